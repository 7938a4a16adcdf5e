FROM debian:trixie-slim AS build
WORKDIR /src
COPY dev ./
RUN ./dev setup build
COPY . .
RUN ./dev build \
 && cmake --install build --prefix /usr --strip \
 && ./dev runtime >/packages

FROM debian:trixie-slim
COPY --from=build /packages /tmp/packages
RUN apt-get update \
 && DEBIAN_FRONTEND=noninteractive xargs apt-get install -y --no-install-recommends </tmp/packages \
 && rm -rf /var/lib/apt/lists/* /tmp/packages \
 && useradd --system --uid 10001 --create-home --home-dir /var/lib/graphfault graphfault \
 && mkdir /scenarios
COPY --from=build /usr/bin/graphfault /usr/bin/graphclient /usr/bin/
COPY --from=build /usr/share/graphfault /usr/share/graphfault

# Bound to every address inside the container; what leaves it is what `docker run -p` publishes.
ENV GRAPHFAULT_HOST=0.0.0.0 \
    GRAPHFAULT_SCENARIOS=/usr/share/graphfault/scenarios:/scenarios
USER 10001
WORKDIR /var/lib/graphfault
EXPOSE 8080 8081 8443
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=5s --timeout=2s --start-period=5s --retries=3 CMD ["graphfault", "healthcheck"]
ENTRYPOINT ["graphfault"]
CMD ["serve"]
