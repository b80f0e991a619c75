import type { FileEvent, UploadedFile } from './file.js';

/** Hands in a file about nobody yet (tải tệp lên): the trail is committed to what it is. */
export class UploadFile {
  commitment!: string;
}

export const uploadFile = ({ status }: UploadedFile, { commitment }: UploadFile): FileEvent[] =>
  status === 'none' ? [{ type: 'FileUploaded', data: { commitment } }] : [];
