"""The same network by python3-igraph: reads people, whether weighted, then from,to,weight lines; prints one JSON line."""

import json
import resource
import sys
import time

import igraph

people, weighted = int(sys.argv[1]), sys.argv[2] == "weighted"
rows = [line.split(",") for line in sys.stdin]
network = igraph.Graph(n=people, edges=[(int(row[0]), int(row[1])) for row in rows])
lengths = [1 / float(row[2]) for row in rows] if weighted else None
begun = time.process_time()
values = network.betweenness(weights=lengths)
seconds = time.process_time() - begun
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps({"seconds": seconds, "values": values, "megabytes": megabytes}))
