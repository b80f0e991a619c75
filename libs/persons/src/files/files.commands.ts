import { OFFICIALS, commandsOn, right, worker, type ActContext } from '#organisation';
import * as acts from './file.acts.js';
import { uploadedFile, type FileEvent, type UploadedFile } from './file.js';

const onFile = commandsOn<UploadedFile, FileEvent, ActContext>({
  aggregate: uploadedFile,
  contextOf: (act) => act,
});

/** Whoever hands something in: an official, or an applicant with an act of theirs. */
const handingIn = right('own', ...OFFICIALS, 'applicant');

/** The acts on files that were handed in about nobody: who may, and what decides. */
export const filesCommands = [
  onFile(acts.UploadFile, handingIn, acts.uploadFile, { begins: () => true }),
  onFile(acts.AttachFile, handingIn, acts.attachFile), // R34
  onFile(acts.ExpireFile, worker, acts.expireFile),
];
