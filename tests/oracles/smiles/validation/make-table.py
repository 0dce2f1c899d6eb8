"""Writes table.csv without its column of folds: 150 smiles of 30 people, four features, a moderate signal. Simulated."""
import numpy

random = numpy.random.default_rng(20261129)
print("person,x1,x2,x3,x4,label")
for person in range(30):
    offset = random.normal(0, 0.7, 4)
    for smile in range(random.integers(3, 8)):
        label = int(random.random() < 0.5)
        values = offset + random.normal(0, 1, 4) + label * numpy.array([0.9, -0.5, 0.0, 0.0])
        print(f"p{person:02d}," + ",".join(f"{value:.6f}" for value in values) + f",{label}")
