"""Speed, as ratios to a floor in the same run: `python -m tests.benchmarks`."""

from tests.benchmarks import replies, starting

starting.main()
replies.main()
