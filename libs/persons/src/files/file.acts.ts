import type { ActContext } from '#organisation';
import { expiryOf, noExpiry, type FileEvent, type UploadedFile } from './file.js';
import { fileExpired, fileUnusable } from './file.refusals.js';

/** Hands in a file about nobody yet (tải tệp lên): the trail is committed to what it is. */
export class UploadFile {
  commitment!: string;
}

export function uploadFile(
  { status }: UploadedFile,
  { commitment }: UploadFile,
  { subject, now }: Pick<ActContext, 'subject' | 'now'>,
): FileEvent[] {
  if (status !== 'none') return [];
  return [{ type: 'FileUploaded', data: { commitment, agenda: [expiryOf(subject, now)] } }];
}

/** Attaches a file to a dossier (gắn tệp vào hồ sơ): from then on it is part of its applicant's data (R34). */
export class AttachFile {
  dossierId!: string;
  personId!: string;
}

/** Once for all: what became somebody's is nobody else's. An upload from before uploads were acts has no event yet. */
export function attachFile(
  state: UploadedFile,
  { dossierId, personId }: AttachFile,
  { subject }: Pick<ActContext, 'subject'>,
): FileEvent[] {
  switch (state.status) {
    case 'attached':
      if (state.personId !== personId) throw fileUnusable();
      return [];
    case 'expired':
      throw fileExpired();
    case 'none':
    case 'waiting':
      return [{ type: 'FileAttached', data: { dossierId, personId, agenda: [noExpiry(subject)] } }];
  }
}

/** Destroys a file that nobody attached to anything in time (hủy tệp không dùng đến); that it came stays in the trail. */
export class ExpireFile {}

export const expireFile = (
  { status }: UploadedFile,
  _command: ExpireFile,
  { subject }: Pick<ActContext, 'subject'>,
): FileEvent[] =>
  status === 'waiting' ? [{ type: 'FileExpired', data: { agenda: [noExpiry(subject)] } }] : [];
