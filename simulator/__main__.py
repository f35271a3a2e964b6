"""`python -m simulator` is `duecourse`."""

import sys

from simulator.cli import main

sys.exit(main())
