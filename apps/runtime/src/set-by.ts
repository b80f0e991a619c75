import { PAYMENT_GATEWAY, PAYMENT_SECRET, PROVINCE, REPORTING_SYSTEM, WEBHOOKS_WITHIN } from '#integration';
import { PUBLIC_URL } from '#kernel';
import { CHANNELS } from '#notification';
import type { ValueProvider } from '@nestjs/common';
import { channelsOf } from './channels.js';
import type { Settings } from './settings.js';

/** What this installation's settings say to its capabilities. */
export const setBy = (settings: Settings): readonly ValueProvider[] => {
  const { publicUrl, paymentSecret, paymentGateway, province, reportingSystem, webhooksWithin } = settings;
  const channels = Object.entries(channelsOf(settings)).flatMap(([name, set]) => (set ? [name] : []));
  return [
    { provide: PUBLIC_URL, useValue: publicUrl },
    { provide: PAYMENT_SECRET, useValue: paymentSecret },
    { provide: PAYMENT_GATEWAY, useValue: paymentGateway },
    { provide: PROVINCE, useValue: province },
    { provide: REPORTING_SYSTEM, useValue: reportingSystem },
    { provide: WEBHOOKS_WITHIN, useValue: webhooksWithin },
    { provide: CHANNELS, useValue: channels },
  ];
};
