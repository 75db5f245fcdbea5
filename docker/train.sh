#!/usr/bin/env bash
# Starts the service in /app once as it will run, and stops it when it is ready: the JVM then writes what it loaded and
# learned to app.aot. The database meanwhile is the one of the packaged jar, $1, which the image doesn't keep.
set -euo pipefail

ready() {
    exec 3<>"/dev/tcp/127.0.0.1/$1" && printf 'GET /health/ready HTTP/1.0\r\n\r\n' >&3 && grep -q '"UP"' <&3
}

# until the port $1 is ready, or the process $2 has ended
await() {
    until (ready "$1") 2>/dev/null; do
        kill -0 "$2" || exit 1
        sleep 1
    done
}

# of a role
password() {
    sed -n "s/.*:$1:\(.*\)/\1/p" "$data/postgres.pgpass"
}

data=$(mktemp -d)
java -jar "$1" --server.port=8081 --rhesis.data-directory="$data/postgres" --rhesis.queue.workers=0 &
host=$!
await 8081 $host

export SPRING_DATASOURCE_URL="jdbc:postgresql://127.0.0.1:$(sed -n 4p "$data/postgres/postmaster.pid")/rhesis"
export SPRING_DATASOURCE_USERNAME=app_runtime SPRING_FLYWAY_URL=$SPRING_DATASOURCE_URL SPRING_FLYWAY_USER=app_migrator
SPRING_DATASOURCE_PASSWORD=$(password app_runtime) SPRING_FLYWAY_PASSWORD=$(password app_migrator)
RHESIS_QUEUE_PASSWORD=$(password app_queue) RHESIS_SECRETS_KEYS=$(cat "$data/secrets.key")
export SPRING_DATASOURCE_PASSWORD SPRING_FLYWAY_PASSWORD RHESIS_QUEUE_PASSWORD RHESIS_SECRETS_KEYS
java -XX:+UseCompactObjectHeaders -XX:AOTCacheOutput=app.aot -jar app.jar &
trained=$!
await 8080 $trained

kill $trained && wait $trained || true
kill $host && wait $host || true
rm -rf "$data"
test -s app.aot
