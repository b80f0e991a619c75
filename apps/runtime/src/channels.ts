import type { Settings } from './settings.js';

/** The ways out of the house (kênh), each with what it is set to; one that is set to nothing is not there. */
export const channelsOf = ({
  smtpUrl,
  mailFrom,
  sms,
  zalo,
  quietHours,
  webhooksWithin,
  province,
  reportingSystem,
}: Settings) => ({
  email: smtpUrl === undefined ? null : { smtpUrl, mailFrom },
  sms: sms && { gateway: sms, quietHours },
  zalo: zalo && { gateway: zalo, quietHours },
  webhook: { webhooksWithin },
  province,
  reporting: reportingSystem,
});

export type Channel = keyof ReturnType<typeof channelsOf>;
