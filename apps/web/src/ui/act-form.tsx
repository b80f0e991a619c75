import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { problemOf, type Problem } from '../app/problem';
import { useLanguage, useWords } from '../words/language';
import { Button } from './button';
import { draftKey, dropDraft, keepDraft, newDraftKey, restoreDraft } from './drafts';
import { FormProblem } from './form-problem';
import { Row, Stack } from './layout';
import { Notice } from './notice';
import { say } from './toasts';
import { words } from './words';

interface Props<T> {
  /** What the form is about, for its draft: the same text is there again after a reload or a sign-in. */
  draft?: string;
  /** Where the page itself keeps what is typed: only the act's name is kept. */
  keepsFields?: boolean;
  submit: string;
  /** Where the form is not what the page is there for. */
  look?: 'primary' | 'plain';
  /** Sends what the fields hold, under one name however often it is tried. */
  send: (fields: FormData, key: string) => Promise<T>;
  /** What is said when it is done. */
  said?: string;
  onDone: (answer: T) => void;
  onCancel?: () => void;
  children: ReactNode;
}

/** A form that does one act once: its name is made when it opens, so that a second press or a second try repeats nothing. */
export function ActForm<T>({
  draft,
  keepsFields = true,
  submit,
  look = 'primary',
  send,
  said,
  onDone,
  onCancel,
  children,
}: Props<T>) {
  const text = useWords(words);
  const language = useLanguage();
  const [key, setKey] = useState(() => (draft === undefined ? crypto.randomUUID() : draftKey(draft)));
  const form = useRef<HTMLFormElement>(null);
  const [sending, setSending] = useState(false);
  const [problem, setProblem] = useState<Problem>();
  useEffect(() => {
    if (draft !== undefined && keepsFields && form.current) restoreDraft(draft, form.current);
  }, [draft, keepsFields]);

  async function submitted(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    if (sending) return;
    setSending(true);
    setProblem(undefined);
    try {
      const answer = await send(new FormData(event.currentTarget), key);
      if (draft !== undefined) dropDraft(draft);
      if (said !== undefined) say(said);
      onDone(answer);
    } catch (error) {
      const refused = problemOf(error, language);
      setProblem(refused);
      // What was refused was not done: what is sent next is another act.
      if (refused.status >= 400 && refused.status < 500 && refused.status !== 401)
        setKey(draft === undefined ? crypto.randomUUID() : newDraftKey(draft));
    } finally {
      setSending(false);
    }
  }

  return (
    <form
      ref={form}
      noValidate={false}
      onSubmit={(event) => void submitted(event)}
      onInput={() => draft !== undefined && keepsFields && form.current && keepDraft(draft, form.current)}
    >
      <FormProblem value={problem}>
        <Stack>
          {problem ? <Notice problem={problem} /> : null}
          {children}
          <Row>
            <Button type="submit" look={look} disabled={sending}>
              {sending ? text.sending : submit}
            </Button>
            {onCancel ? <Button onClick={onCancel}>{text.cancel}</Button> : null}
          </Row>
        </Stack>
      </FormProblem>
    </form>
  );
}
