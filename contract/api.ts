import { accountsApi } from './accounts.ts';
import { auditApi } from './audit.ts';
import { campaignsApi } from './campaigns.ts';
import { consolidationApi } from './consolidation.ts';
import { delegationsApi } from './delegations.ts';
import { documentsApi } from './documents.ts';
import { figuresApi } from './figures.ts';
import { filesApi, homeApi, systemApi } from './home.ts';
import { organisationsApi } from './organisations.ts';
import { peopleApi } from './people.ts';
import { practiceProgressApi } from './practice-progress.ts';
import { practicesApi } from './practices.ts';
import { readingsApi } from './readings.ts';
import { recognitionApi } from './recognition.ts';
import { reorganisationsApi } from './reorganisations.ts';
import { reportInterchangeApi } from './report-interchange.ts';
import { reportFormsApi } from './report-forms.ts';
import { reportsApi } from './reports.ts';
import { sessionApi } from './session.ts';
import { signInApi } from './sign-in.ts';

/** Every endpoint of the system, by `METHOD /path`. */
export const api = {
  ...systemApi,
  ...sessionApi,
  ...signInApi,
  ...organisationsApi,
  ...reorganisationsApi,
  ...peopleApi,
  ...accountsApi,
  ...delegationsApi,
  ...auditApi,
  ...homeApi,
  ...filesApi,
  ...campaignsApi,
  ...practicesApi,
  ...practiceProgressApi,
  ...recognitionApi,
  ...documentsApi,
  ...figuresApi,
  ...reportFormsApi,
  ...reportInterchangeApi,
  ...readingsApi,
  ...reportsApi,
  ...consolidationApi,
};

export type Api = typeof api;
export type ApiKey = keyof Api;
