import type { AgendaItem } from '#deadline/agenda';
import type { Aggregate } from '#event-store';
import { derivedId, type Committed } from '#kernel';

export type FileEvent =
  | { type: 'FileUploaded'; data: { agenda: AgendaItem[] } & Committed }
  | { type: 'FileAttached'; data: { dossierId: string; personId: string; agenda: AgendaItem[] } }
  | { type: 'FileExpired'; data: { agenda: AgendaItem[] } };

/** Those of the events that say what is still to come. */
export const fileAgendaTypes: readonly FileEvent['type'][] = ['FileUploaded', 'FileAttached', 'FileExpired'];

/** A file that was handed in about nobody (tệp đã tải lên); its bytes are in the vault, under a key of its own. */
export type UploadedFile =
  { status: 'none' | 'waiting' | 'expired' } | { status: 'attached'; personId: string };

export const uploadedFile: Aggregate<UploadedFile, FileEvent> = {
  kind: 'file',
  initial: { status: 'none' },
  evolve(_state, { type, data }) {
    switch (type) {
      case 'FileUploaded':
        return { status: 'waiting' };
      case 'FileAttached':
        return { status: 'attached', personId: data.personId };
      case 'FileExpired':
        return { status: 'expired' };
    }
  },
};

/** How the names of the steps of files begin. */
export const FILE_STEP = 'file/';

/** For so long an upload is kept that is attached to nothing. */
export const KEPT_UNATTACHED_MS = 30 * 86_400_000;

/** When a file that is uploaded now expires, unless it is attached. */
export function expiryOf(fileId: string, now: Date): AgendaItem {
  const at = new Date(now.getTime() + KEPT_UNATTACHED_MS).toISOString();
  return { occurrenceId: expiryId(fileId), due: at, alarms: [{ at, step: `${FILE_STEP}expire` }] };
}

/** It does not expire any more. */
export const noExpiry = (fileId: string): AgendaItem => ({
  occurrenceId: expiryId(fileId),
  due: null,
  alarms: [],
});

const expiryId = (fileId: string): string => derivedId(fileId, 'expiry');
