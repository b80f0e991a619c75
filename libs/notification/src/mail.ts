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
  const domain = /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'minh-bach.localhost'; // `Name <address>` too
  return async ({ id, to, subject, text }) => {
    try {
      await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
    } catch (error) {
      throw asAnswer(error);
    }
  };
}

/** What nodemailer says of a server's answer. */
interface SMTPError {
  code: string;
  command: string;
  responseCode: number;
  permanent: boolean;
}

/**
 * What the server said, without the address it speaks of. RFC 5321, 4.2.1: 5yz is for good; but only of the recipient and the
 * letter, for who we are and how we sign in can be mended.
 */
function asAnswer(error: unknown): unknown {
  const { code, command, responseCode, permanent } = error as Partial<SMTPError>;
  if (responseCode === undefined)
    return code === 'EENVELOPE' ? new Undeliverable('that is no e-mail address') : error;
  if (permanent && (command === 'RCPT TO' || command === 'DATA'))
    return new Undeliverable(`the mail server refused it for good (${responseCode})`);
  return new Error(`the mail server answered ${responseCode}`);
}
