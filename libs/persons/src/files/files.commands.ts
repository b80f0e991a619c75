import { commandsOn, official, worker, type ActContext } from '#organisation';
import * as acts from './file.acts.js';
import { uploadedFile, type FileEvent, type UploadedFile } from './file.js';

const onFile = commandsOn<UploadedFile, FileEvent, ActContext>({
  aggregate: uploadedFile,
  contextOf: (act) => act,
});

/** The acts on files that were handed in about nobody: who may, and what decides. */
export const filesCommands = [
  onFile(acts.UploadFile, official('own'), acts.uploadFile, { begins: () => true }),
  onFile(acts.AttachFile, official('own'), acts.attachFile), // R34
  onFile(acts.ExpireFile, worker, acts.expireFile),
];
