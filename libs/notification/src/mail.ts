/** A message to one address. The same cause has the same id, so that a repetition is one message to whoever reads it. */
export interface Mail {
  id: string;
  to: string;
  subject: string;
  text: string;
}

export type Mailer = (mail: Mail) => Promise<void>;

/** Sends over SMTP (`smtp://user:password@host:port`); fails when the server does not take the message. */
export async function smtpMailer(url: string, from: string): Promise<Mailer> {
  const { createTransport } = await import('nodemailer');
  const transport = createTransport({ url, connectionTimeout: 10_000, socketTimeout: 20_000 });
  const domain = from.split('@')[1] ?? 'minh-bach.localhost';
  return async ({ id, to, subject, text }) => {
    await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${domain}>` });
  };
}
