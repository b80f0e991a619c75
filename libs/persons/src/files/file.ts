import type { Aggregate } from '#event-store';
import type { Committed } from '#kernel';

export type FileEvent = { type: 'FileUploaded'; data: Committed };

/** A file that was handed in and is about nobody yet (tệp đã tải lên); its bytes are in the vault, under a key of its own. */
export interface UploadedFile {
  status: 'none' | 'waiting';
}

export const uploadedFile: Aggregate<UploadedFile, FileEvent> = {
  kind: 'file',
  initial: { status: 'none' },
  evolve(_state, { type }) {
    switch (type) {
      case 'FileUploaded':
        return { status: 'waiting' };
    }
  },
};
