"""The same network by python3-igraph: a folder of columns, people, whether weighted, and where the values go."""

import array
import json
import os
import resource
import sys
import time

import igraph

folder, people, weighted, out = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "weighted", sys.argv[4]


def column(name, kind):
    values = array.array(kind)
    path = os.path.join(folder, name)
    with open(path, "rb") as file:
        values.fromfile(file, os.path.getsize(path) // values.itemsize)
    return values


network = igraph.Graph(n=people, edges=zip(column("from", "i"), column("to", "i")))
lengths = [1 / weight for weight in column("weights", "d")] if weighted else None
begun, started = time.process_time(), time.perf_counter()
values = network.betweenness(weights=lengths)
seconds, wall = time.process_time() - begun, time.perf_counter() - started
with open(out, "wb") as file:
    array.array("d", values).tofile(file)
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "wall": wall, "megabytes": megabytes}))
