# The plan that `cmake/layers.cmake` holds the tree against: the layers, the rooms inside them, and
# which arrows (includes) each may send. An arrow that stands here and that no source uses is a
# breach too, but for those of tests.

# What each layer may include of the others, lowest first.
set(layers base http graph scenario journal engine verdict control net app)
set(uses_base)
set(uses_http base)
set(uses_graph base http)
set(uses_scenario base http graph)
set(uses_journal base http graph scenario)
set(uses_engine base http graph scenario journal)
set(uses_verdict base http graph scenario journal)
set(uses_control base http graph engine journal verdict)
set(uses_net base http)
set(uses_app base http graph scenario engine verdict control net)
# The bench may set the wire alone beside the whole server, and time a verdict; every other client
# is a stranger.
set(uses_bench base http graph scenario journal verdict net)
set(uses_fuzz base http graph scenario net)

# The rooms, lowest first: `room > the rooms of its layer that it uses`. A layer's own name stands
# for the files at its top.
set(plan_rooms
  "base"
  "http"
  "graph/errors"
  "graph/model"
  "graph/paths"
  "graph/answers > graph/errors"
  "graph/batch > graph/errors graph/paths"
  "graph/odata > graph/errors graph/model"
  "graph/tokens > graph/errors graph/paths"
  "graph/entities > graph/model graph/odata"
  "graph/sign_in > graph/answers graph/errors"
  "graph > graph/errors graph/sign_in"
  "scenario/conditions"
  "scenario/yaml"
  "scenario/loading/reading > scenario/yaml"
  "scenario/faults > scenario/loading/reading scenario/yaml"
  "scenario > scenario/conditions scenario/faults"
  "scenario/describe > scenario/conditions scenario scenario/faults"
  "scenario/loading/steps > scenario scenario/faults scenario/loading/reading"
  "scenario/loading/when > scenario scenario/conditions scenario/loading/reading scenario/yaml"
  "scenario/loading > scenario scenario/describe scenario/faults scenario/loading/reading scenario/loading/steps scenario/loading/when scenario/yaml"
  "journal"
  "engine/callers"
  "engine/faults"
  "engine/calls > engine/callers"
  "engine/emulation > engine/calls"
  "engine/rules > engine/calls"
  "engine/sign_in > engine/callers engine/calls"
  "engine/state > engine/callers engine/emulation engine/rules engine/sign_in"
  "engine/answers > engine/callers engine/calls engine/emulation engine/faults engine/rules engine/sign_in engine/state"
  "engine/tenants > engine/answers engine/callers engine/calls engine/rules engine/sign_in engine/state"
  "engine > engine/answers engine/callers engine/sign_in engine/tenants"
  "verdict/record"
  "verdict/findings > verdict/record"
  "verdict > verdict/findings verdict/record"
  "verdict/findings/reading > verdict/findings verdict/record"
  "verdict/findings/retries > verdict/findings verdict/record"
  "verdict/findings/tokens > verdict/findings verdict/record"
  "verdict/findings/writing > verdict/findings"
  "verdict/report > verdict verdict/record"
  "control/events"
  "control > control/events"
  "control/calls > control control/events"
  "control/calls/tenants > control control/calls"
  "control/listening > control control/calls"
  "control/page > control/calls"
  "net"
  "net/streams > net"
  "net/tls > net net/streams"
  "net/wire > net net/streams net/tls"
  "net/listening > net net/streams net/tls net/wire"
  "app/command_line"
  "app/files"
  "app/log"
  "app/scenarios > app/files"
  "app/tls > app/files"
  "app/serving > app/command_line app/files app/log"
  "app/run > app/files app/log app/scenarios app/serving app/tls"
  "app/commands > app/command_line app/files app/log app/run app/scenarios app/serving app/tls"
  "app > app/command_line app/commands")
