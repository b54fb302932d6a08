# Runs a PostgreSQL of its own until the standard input ends, then removes everything. A test run that is killed closes its end, too.
# Arguments: folder of the binaries, port. First line of the standard input: the password.
set -eu
bin=$1
port=$2
IFS= read -r password

umask 077
dir=$(mktemp -d "${TMPDIR:-/tmp}/activitymgmt-postgresql.XXXXXX" 2>/dev/null || mktemp -d /tmp/activitymgmt-postgresql.XXXXXX)
cd "$dir"
server=
finish() {
  trap - EXIT HUP INT TERM
  if [ -n "$server" ]; then
    kill -INT "$server" 2>/dev/null || true
    wait "$server" 2>/dev/null || true
  fi
  cd /
  rm -rf "$dir"
}
trap finish EXIT
trap 'exit 1' HUP INT TERM

printf '%s\n' "$password" > password
"$bin/initdb" -D data -U test --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 -N > initdb.log 2>&1 || { cat initdb.log >&2; exit 2; }
rm password

# No socket file, loopback only; what a crash would lose is lost with the run anyway.
"$bin/postgres" -D data -p "$port" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=200 \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off >&2 < /dev/null &
server=$!
cat > /dev/null
