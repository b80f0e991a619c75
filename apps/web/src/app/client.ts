import { client } from '#client';
import { languageNow } from '../words/language';
import { isProblem } from './problem';
import { lapse } from './session-state';

/** The one client of this window: the session's cookie goes along by itself, refusals come in the language chosen. */
export function prepareClient(): void {
  client.setConfig({ baseUrl: '', credentials: 'same-origin' });
  client.interceptors.request.use((request) => {
    request.headers.set('accept-language', languageNow());
    return request;
  });
  client.interceptors.error.use((error) => {
    // A wrong password or code is refused alike, and says nothing of the session.
    if (isProblem(error) && error.code === 'unauthenticated') lapse();
    return error;
  });
}
