"""NumPy's view of a sample: its deviation and the percentile interval of its mean, from far more resamples than ours."""
import json
import sys

import numpy

sample = numpy.array([float(figure) for figure in sys.argv[1:]])
drawn = numpy.random.default_rng(1).integers(0, len(sample), size=(200_000, len(sample)))
low, high = numpy.percentile(sample[drawn].mean(axis=1), [2.5, 97.5])
print(json.dumps({"deviation": sample.std(ddof=1), "low": low, "high": high}))
