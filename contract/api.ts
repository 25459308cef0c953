import { accountsApi } from './accounts.ts';
import { campaignsApi } from './campaigns.ts';
import { documentsApi } from './documents.ts';
import { figuresApi } from './figures.ts';
import { filesApi, homeApi, systemApi } from './home.ts';
import { organisationsApi } from './organisations.ts';
import { practiceProgressApi } from './practice-progress.ts';
import { practicesApi } from './practices.ts';
import { recognitionApi } from './recognition.ts';
import { reportsApi } from './reports.ts';
import { sessionApi } from './session.ts';

/** Every endpoint of the system, by `METHOD /path`. */
export const api = {
  ...systemApi,
  ...sessionApi,
  ...organisationsApi,
  ...accountsApi,
  ...homeApi,
  ...filesApi,
  ...campaignsApi,
  ...practicesApi,
  ...practiceProgressApi,
  ...recognitionApi,
  ...documentsApi,
  ...figuresApi,
  ...reportsApi,
};

export type Api = typeof api;
export type ApiKey = keyof Api;
