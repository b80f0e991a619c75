/** What a program needs to run at all; everything else of the environment may be a secret. */
const HARMLESS = /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LC_\w+|TZ|TMPDIR|NODE_\w+|LOG_LEVEL|DATA_DIR)$/;

/**
 * Takes what may be secret out of this process's environment and answers what it was: what is started from now on, the
 * database among it, inherits none of it.
 */
export function takeEnvironment(): NodeJS.ProcessEnv {
  const whole = { ...process.env };
  for (const name of Object.keys(whole)) if (!HARMLESS.test(name)) delete process.env[name];
  return whole;
}
