import { isMainThread } from 'node:worker_threads';

// Loaded before a part of the product that a test started: when whoever started it dies, however it dies, the pipe to
// it ends, and the part is told to stop as an operator would. A thread of the part has no such pipe.
if (isMainThread) {
  process.stdin.on('end', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.on('error', () => process.kill(process.pid, 'SIGTERM'));
  process.stdin.resume();
  const { stdin } = process;
  if ('unref' in stdin) stdin.unref();
}
