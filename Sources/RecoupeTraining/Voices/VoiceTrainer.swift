// Questions about speakers with their right answers in, the weights of the marks out: logistic regression over the candidates and nobody,
// by steps in a fixed order, so that the same questions give the same weights.
internal import Foundation
package import RecoupeRead

/// Learns whom pronouns, descriptions and lone quotations mean.
package struct VoiceTrainer {
    /// A question and its right answers: candidates, or nobody where there is none.
    package struct Example: Sendable {
        package let question: VoiceQuestion
        package let right: [Int]

        package init(question: VoiceQuestion, right: [Int]) {
            self.question = question
            self.right = right
        }
    }

    package var rounds = 30
    package var step = 0.1
    /// By how much weights shrink at each step.
    package var decay = 0.005

    package init() {}

    package func model(_ examples: [Example]) -> VoiceModel {
        var model = VoiceModel()
        for round in 0..<rounds {
            let step = step / (1 + 0.05 * Double(round))
            for example in examples { learn(example, step, &model) }
        }
        return model
    }

    private func learn(_ example: Example, _ step: Double, _ model: inout VoiceModel) {
        let question = example.question
        let kind = question.kind.number
        let shares = model.shares(question)
        let right = example.right.isEmpty ? [question.candidates.count] : example.right
        let mass = right.reduce(0) { $0 + shares[$1] }
        for index in shares.indices {
            let wanted = right.contains(index) ? shares[index] / max(mass, 1e-9) : 0
            let change = step * (wanted - shares[index])
            let marks = index < question.candidates.count ? question.candidates[index].marks : question.nobody
            for mark in marks {
                for row in [kind, VoiceModel.shared] {
                    model.weights[row][mark.number] += change - step * decay * model.weights[row][mark.number]
                }
            }
        }
    }
}
