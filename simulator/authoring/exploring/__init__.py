"""Everything that can happen in a scenario, found without playing it at random."""
