FROM debian:trixie-slim AS build
WORKDIR /src
COPY dev ./
RUN ./dev setup build
COPY . .
RUN ./dev build \
 && cmake --install build --prefix /usr --strip \
 && ./dev runtime >/packages

# `docker build --target test .` compiles and runs the tests with Debian 13's compiler and libraries.
FROM build AS test
RUN ./dev unit

FROM debian:trixie-slim
COPY --from=build /packages /tmp/packages
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive xargs apt-get install -y --no-install-recommends </tmp/packages \
 && rm -rf /var/lib/apt/lists/* /tmp/packages \
 && useradd --uid 10001 --no-create-home --home-dir /var/lib/graphfault --shell /usr/sbin/nologin graphfault \
 && install -d -o graphfault -g graphfault /var/lib/graphfault /var/lib/graphfault/ca \
 && mkdir /scenarios
COPY --from=build /usr/bin/graphfault /usr/bin/graphclient /usr/bin/
COPY --from=build /usr/share/graphfault /usr/share/graphfault

# Bound to every address inside the container; what leaves it is what `docker run -p` publishes.
# The log is for a collector: lines of JSON. A volume at the folder of the certificate authority
# keeps it from one container to the next.
ENV GRAPHFAULT_HOST=0.0.0.0 \
    GRAPHFAULT_LOG=json \
    GRAPHFAULT_CA_DIR=/var/lib/graphfault/ca \
    GRAPHFAULT_SCENARIOS=/usr/share/graphfault/scenarios:/scenarios
USER 10001
WORKDIR /var/lib/graphfault
EXPOSE 8080 8081 8443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=2s --timeout=2s --retries=5 CMD ["graphfault", "healthcheck"]
ENTRYPOINT ["graphfault"]
CMD ["serve"]
