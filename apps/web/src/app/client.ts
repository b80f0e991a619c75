import { client } from '#client';
import { languageNow } from '../words/language';
import { lapse } from './session-state';

/** The one client of this window: the session's cookie goes along by itself, refusals come in the language chosen. */
export function prepareClient(): void {
  client.setConfig({ baseUrl: '', credentials: 'same-origin' });
  client.interceptors.request.use((request) => {
    request.headers.set('accept-language', languageNow());
    return request;
  });
  client.interceptors.error.use((error, response) => {
    if (response?.status === 401) lapse();
    return error;
  });
}
