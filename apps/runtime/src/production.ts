/** Libraries check themselves less where this is no development: React makes a page in a tenth of the time. */
process.env.NODE_ENV ??= 'production';
