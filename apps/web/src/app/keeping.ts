import { sessionKeepingKeys, type Me } from '#client';
import { useEffect, useState } from 'react';
import { openLocker } from '../kept/locker';
import { ownWindow } from '../kept/window';
import { takeUpDrafts } from '../ui/drafts';

/** Whether what somebody keeps on this PC is at hand; where its keys can't be had, the window keeps it for itself. */
export function useKeeping(me: Me | undefined): boolean {
  const owner = me && `${me.office.code}.${me.id}`;
  const [opened, setOpened] = useState<string>();
  useEffect(() => {
    if (owner === undefined) return;
    void opening(owner).finally(() => setOpened(owner));
  }, [owner]);
  return owner !== undefined && opened === owner;
}

async function opening(owner: string): Promise<void> {
  const { data } = await sessionKeepingKeys();
  if (!data) return;
  openLocker(owner, data.keys);
  await ownWindow();
  await takeUpDrafts();
}
