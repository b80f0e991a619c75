/** The typed client of the API, made from its description. */
export default {
  input: './dist/openapi.json',
  output: { path: 'libs/client/src/generated', importFileExtension: '.js' },
  plugins: ['@hey-api/client-fetch', '@hey-api/typescript', '@hey-api/sdk', '@tanstack/react-query'],
};
