import { ANSWERS_SATISFIED } from './parts/answers-satisfied.js';
import { CERTIFIED_COPIES } from './parts/certified-copies.js';
import { CITIZEN_DATA_READ } from './parts/citizen-data-read.js';
import { CITIZEN_DATA_USED } from './parts/citizen-data-used.js';
import { CONTENT_FULL } from './parts/content-full.js';
import { DOSSIERS_ONLINE } from './parts/dossiers-online.js';
import { DOSSIERS_PAID_ONLINE } from './parts/dossiers-paid-online.js';
import { FEEDBACK_ON_TIME } from './parts/feedback-on-time.js';
import { PAPERS_DIGITISED } from './parts/papers-digitised.js';
import { PAPERS_REUSED } from './parts/papers-reused.js';
import { PAYMENT_OFFERED } from './parts/payment-offered.js';
import { PERSONAL_STORE } from './parts/personal-store.js';
import { PROCEDURES_ONLINE } from './parts/procedures-online.js';
import { PROCEDURES_PAID_ONLINE } from './parts/procedures-paid-online.js';
import { PUBLISHED_ON_TIME } from './parts/published-on-time.js';
import { RECEPTION_SATISFIED } from './parts/reception-satisfied.js';
import { RESULTS_DIGITISED } from './parts/results-digitised.js';
import { SERVICES_USED } from './parts/services-used.js';
import { SETTLED_ON_TIME } from './parts/settled-on-time.js';
import { SYNCHRONISED } from './parts/synchronised.js';
import { UPDATED_ON_TIME } from './parts/updated-on-time.js';
import type { ServicePart } from './part.js';

/** Set 766 (Bộ chỉ số phục vụ người dân, doanh nghiệp) with the years in which it holds. */
export const SERVICE_SET: {
  code: string;
  years: { from: number; to: number | null };
  parts: readonly ServicePart[];
} = {
  code: '766/QĐ-TTg',
  years: { from: 2022, to: null },
  parts: [
    PUBLISHED_ON_TIME,
    UPDATED_ON_TIME,
    CONTENT_FULL,
    SYNCHRONISED,
    SETTLED_ON_TIME,
    PROCEDURES_ONLINE,
    SERVICES_USED,
    DOSSIERS_ONLINE,
    DOSSIERS_PAID_ONLINE,
    PROCEDURES_PAID_ONLINE,
    PAYMENT_OFFERED,
    RESULTS_DIGITISED,
    PAPERS_DIGITISED,
    PAPERS_REUSED,
    PERSONAL_STORE,
    CITIZEN_DATA_READ,
    CITIZEN_DATA_USED,
    CERTIFIED_COPIES,
    FEEDBACK_ON_TIME,
    ANSWERS_SATISFIED,
    RECEPTION_SATISFIED,
  ],
};
