import { commandsOn, official, worker, type ActContext } from '#organisation';
import {
  NumberDocument,
  PrintRegister,
  documentBook,
  numberDocument,
  type DocumentBook,
  type DocumentEvent,
} from './document/document.js';

const onBook = commandsOn<DocumentBook, DocumentEvent, ActContext>({
  aggregate: documentBook,
  contextOf: (act) => act,
});

/** The acts on books of numbers (sổ đăng ký văn bản). */
export const documentCommands = [
  onBook(NumberDocument, worker, numberDocument, {
    digestOf: ({ documentId, details }) => ({ name: 'NumberDocument', documentId, details }),
  }), // R33
  onBook(PrintRegister, official('desk'), numberDocument, {
    digestOf: ({ documentId, details }) => ({ name: 'PrintRegister', documentId, details }),
  }), // R33
];
