import { Undeliverable } from '#outbox';

/** A message to one address. The same cause has the same id, so that a repetition is one message to whoever reads it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

export type Mailer = (mail: Mail) => Promise<void>;

/**
 * Sends over SMTP (`smtp://user:password@host:port`); throws `Undeliverable` where the server refuses the recipient or the
 * letter for good, anything else for what may go well later.
 */
export async function smtpMailer(url: string, from: string): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const domain = from.split('@')[1] ?? 'minh-bach.localhost';
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
    } catch (error) {
      throw isRefusedForGood(error) ? new Undeliverable((error as Error).message, { cause: error }) : error;
    }
  };
}

/** RFC 5321, 4.2.1: 5yz is for good. Only of the recipient and the letter: who we are and how we sign in can be mended. */
function isRefusedForGood(error: unknown): boolean {
  const { code, command, responseCode } = error as { code?: string; command?: string; responseCode?: number };
  if (responseCode === undefined) return code === 'EENVELOPE'; // no address at all
  return responseCode >= 500 && (command === 'RCPT TO' || command === 'DATA');
}
