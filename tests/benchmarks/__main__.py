"""Speed, as ratios to a floor in the same run, and the bars of the workbench: `python -m tests.benchmarks`.

It takes some minutes. Each of them runs alone, too: `python -m tests.benchmarks.walking`.
"""

from tests.benchmarks import checking, exploring, reloading, replies, starting, walking

for one in (starting, replies, exploring, reloading, checking, walking):
    one.main()
