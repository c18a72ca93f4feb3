import ArgumentParser
import RecoupeCommands
import Testing

@Suite struct HelpTests {
    @Test func everySubcommandShowsAnExample() {
        let commands = RecoupeCommand.configuration.subcommands
        #expect(commands.count >= 10)
        for command in commands {
            #expect(command.configuration.discussion.contains("Example"), "\(command._commandName)")
            #expect(!command.configuration.abstract.isEmpty)
        }
    }
}
