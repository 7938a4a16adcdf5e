# A plan for the fixture: small, with an arrow nobody uses and a row that asks for a circle.
set(layers base http graph scenario net)
set(uses_base)
set(uses_http base)
set(uses_graph http)
set(uses_net base)
set(plan_rooms
  "base"
  "http"
  "graph"
  "graph/lower"
  "graph/upper > graph/lower"
  "graph/early > graph/late"
  "graph/late"
  "net")
