"""The same network by python3-igraph: reads from,to,weight lines; prints one JSON line of processor seconds.

Arguments: people, and how often each measure is timed, after once that is not counted; with 1 that is left out.

Distances are those of 512 sources to everybody, as `distances between units` asks them.
"""

import json
import resource
import sys
import time

import igraph

people = int(sys.argv[1])
rounds = int(sys.argv[2])
rows = [line.split(",") for line in sys.stdin]
ends = [(int(row[0]), int(row[1])) for row in rows]


def processor_seconds(act):
    if rounds > 1:
        act()
    timed = []
    for _ in range(rounds):
        begun = time.process_time()
        answer = act()
        timed.append(time.process_time() - begun)
    return sorted(timed)[rounds // 2], answer


told = {}
told["build"], network = processor_seconds(lambda: igraph.Graph(n=people, edges=ends))
told["constraint"], _ = processor_seconds(lambda: network.constraint())
told["pagerank"], _ = processor_seconds(lambda: network.pagerank(damping=0.85))
told["cores"], _ = processor_seconds(lambda: network.coreness())
told["components"], _ = processor_seconds(lambda: network.connected_components())
told["distances"], _ = processor_seconds(lambda: network.distances(source=list(range(min(512, people)))))
network.es["weight"] = [float(row[2]) for row in rows]
told["communities"], found = processor_seconds(
    lambda: network.community_leiden(objective_function="modularity", weights="weight", n_iterations=2)
)
told["modularity"] = network.modularity(found.membership, weights="weight")
told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps(told))
