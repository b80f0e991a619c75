import { spawn } from 'node:child_process';
import { Socket } from 'node:net';

/** Hears pids of servers, one a line; at the end of the pipe it shuts the last one down, unless it was told `done`. */
const GUARD = `while read -r word; do [ "$word" = done ] && exit 0; pid=$word; done
[ -n "$pid" ] || exit 0
command=$(tr '\\0' ' ' <"/proc/$pid/cmdline" 2>/dev/null || ps -o args= -p "$pid")
case "$command" in *"$0"*) kill -INT "$pid" ;; esac`;

export interface PostgresGuard {
  /** From now on it is this server that is shut down. */
  watch(pid: number): void;
  /** The server was stopped in order. */
  dismiss(): void;
}

/**
 * Sees to it that a server does not outlive this process, however it dies: a shell holds the other end of a pipe, which
 * closes by itself. Where there is none, the next start stops what was left.
 */
export function guardPostgres(databaseDir: string): PostgresGuard {
  const shell = spawn('/bin/sh', ['-c', GUARD, databaseDir], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true, // Ctrl-C is for the service: it ends the server itself, last
  });
  shell.on('error', () => undefined);
  shell.stdin.on('error', () => undefined);
  shell.unref();
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return {
    watch: (pid) => void shell.stdin.write(`${pid}\n`),
    dismiss: () => void shell.stdin.end('done\n'),
  };
}
