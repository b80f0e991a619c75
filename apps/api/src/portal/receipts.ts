import { Secrets, openBytes, sealBytes } from '#vault';
import { Inject, Injectable } from '@nestjs/common';

/** For so long a receipt is shown again: a phone that drops a page in the meantime loads it anew. */
const SHOWN_FOR_MS = 60 * 60_000;

/** What somebody is told once something of theirs was taken in. */
export interface Receipt {
  what: 'dossier' | 'feedback' | 'reopening' | 'supplement';
  code: string;
  secret: string;
  /** When it is due, or why that can't be told; null where that is not known yet. */
  due: string | null;
  /** Where it is proved that what was given is unchanged; what opens it stands behind the #. */
  proof: string | null;
  /** The files that came along, by name. */
  files?: readonly string[];
}

/** Of which dossier a payment is, for whoever comes back from the gateway. */
export interface SealedPayment {
  dossierId: string;
}

type Kept<T> = T & { until: number };

/**
 * Receipts travel sealed in the address of the page that shows them: nobody but this service opens one, and not for long.
 * So a form is answered with an address, the back button sends nothing again, and no secret stands in an address.
 */
@Injectable()
export class Receipts {
  constructor(@Inject(Secrets) private readonly secrets: Pick<Secrets, 'keysFor'>) {}

  seal(office: string, receipt: Receipt, now = Date.now()): string {
    return this.#seal(office, office, receipt, now);
  }

  /** Undefined for what was not sealed here for this office, or too long ago. */
  open(office: string, sealed: string, now = Date.now()): Receipt | undefined {
    const kept = this.#open<Receipt>(office, office, sealed, now);
    if (!kept) return undefined;
    const { until: _until, ...receipt } = kept;
    return receipt;
  }

  sealPayment(office: string, payment: SealedPayment, now = Date.now()): string {
    return this.#seal(office, `${office}/payment`, payment, now);
  }

  openPayment(office: string, sealed: string, now = Date.now()): SealedPayment | undefined {
    return this.#open<SealedPayment>(office, `${office}/payment`, sealed, now);
  }

  #seal<T extends object>(office: string, context: string, told: T, now: number): string {
    const [key] = this.#keys(office);
    if (!key) throw new Error('no key to seal receipts with');
    const kept: Kept<T> = { ...told, until: now + SHOWN_FOR_MS };
    return sealBytes(key, Buffer.from(JSON.stringify(kept)), context).toString('base64url');
  }

  #open<T extends object>(office: string, context: string, sealed: string, now: number): Kept<T> | undefined {
    const bytes = Buffer.from(sealed, 'base64url');
    const kept = this.#keys(office).flatMap((key) => opened<T>(key, bytes, context) ?? [])[0];
    return kept && kept.until >= now ? kept : undefined;
  }

  #keys = (office: string): Buffer[] => this.secrets.keysFor(`${office}/receipts`);
}

function opened<T>(key: Buffer, sealed: Buffer, context: string): Kept<T> | undefined {
  try {
    return JSON.parse(openBytes(key, sealed, context).toString()) as Kept<T>;
  } catch {
    return undefined; // sealed by somebody else, or altered
  }
}
