enum BashCompletion { static func script(for root: Command) -> String { "" } }
