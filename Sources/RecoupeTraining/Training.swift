// Trains and evaluates the models of the language packs.
