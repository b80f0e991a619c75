import { commandsOn, official, type ActContext } from '#organisation';
import { UploadFile, uploadFile } from './file.acts.js';
import { uploadedFile, type FileEvent, type UploadedFile } from './file.js';

const onFile = commandsOn<UploadedFile, FileEvent, ActContext>({
  aggregate: uploadedFile,
  contextOf: (act) => act,
});

/** The acts on files that are about nobody yet: who may, and what decides. */
export const filesCommands = [onFile(UploadFile, official('own'), uploadFile, { begins: () => true })];
