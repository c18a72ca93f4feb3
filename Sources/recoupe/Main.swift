// The program: everything it does is in RecoupeCommands.
internal import RecoupeCommands

@main
struct Main {
    static func main() async { await RecoupeCommand.run() }
}
