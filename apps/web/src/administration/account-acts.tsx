import { accountEnd, factorRemovalAgree, factorRemovalAsk, type Account } from '#client';
import type { ActForms } from '../ui/acts';
import { textOf, under } from '../ui/fields';
import { ReasonField } from '../ui/reason-field';
import { useWords } from '../words/language';
import { words } from './words';

interface OfAccount {
  id: string;
  account: Account;
}

/** The acts on an account; what takes two people is asked for by one and agreed to by another. */
export const ACCOUNT_ACTS: Readonly<Record<string, ActForms<OfAccount>>> = {
  AgreeToFactorRemoval: {
    Fields: function Fields({ of: { account } }) {
      return <p>{useWords(words).agreeWhat(account.name)}</p>;
    },
    send: (id, _, key) => factorRemovalAgree({ ...under(id, key), body: {} }),
  },
  AskFactorRemoval: {
    Fields: function Fields({ of: { account } }) {
      return (
        <>
          <p>{useWords(words).askWhat(account.name)}</p>
          <ReasonField max={1000} />
        </>
      );
    },
    send: (id, fields, key) =>
      factorRemovalAsk({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
  EndAccount: {
    ends: true,
    Fields: function Fields({ of: { account } }) {
      return (
        <>
          <p>{useWords(words).endWhat(account.name)}</p>
          <ReasonField max={1000} />
        </>
      );
    },
    send: (id, fields, key) => accountEnd({ ...under(id, key), body: { reason: textOf(fields, 'reason') } }),
  },
};
