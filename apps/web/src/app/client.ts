import { client } from '#client';
import { languageNow } from '../words/language';
import { isProblem } from './problem';
import { isOpenedFor, lapse } from './session-state';

/** The session that this browser has is somebody else's than whom the window was opened for. */
export const AS_ANOTHER = 'signed_in_as_another';

/** The one client of this window: the session's cookie goes along by itself, refusals come in the language chosen. */
export function prepareClient(): void {
  client.setConfig({ baseUrl: '', credentials: 'same-origin' });
  client.interceptors.request.use((request) => {
    request.headers.set('accept-language', languageNow());
    const personId = isOpenedFor();
    if (personId !== undefined) request.headers.set('signed-in-as', personId);
    return request;
  });
  client.interceptors.error.use((error) => {
    // A wrong password or code is refused alike, and says nothing of the session.
    if (isProblem(error) && error.code === 'unauthenticated') lapse();
    // Another window of this browser: nothing of the one before stays on the screen, or is sent.
    if (isProblem(error) && error.code === AS_ANOTHER) location.reload();
    return error;
  });
}
