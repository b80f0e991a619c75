import { Refusal } from './refusal.js';

/** For `catch`: what a refusal comes to instead. Whatever else failed says nothing about the matter, and is thrown on. */
export const whenRefused =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof Refusal) return instead;
    throw error;
  };
