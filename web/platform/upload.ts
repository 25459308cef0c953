import { newCommandId } from './command-id.ts';
import { currentCsrfToken } from './http.ts';
import { cancelledProblem, networkProblem, ProblemError, problemFromBody } from './problem-error.ts';
import { waitForSignIn } from './signed-out.ts';

/** A file as the server keeps it. */
export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

interface UploadOptions {
  /** Share sent so far, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  readonly url?: string;
}

/** XMLHttpRequest, because fetch cannot tell how much has been sent. */
function sendOnce(file: File, commandId: string, options: UploadOptions): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    form.append('file', file, file.name);
    const xhr = new XMLHttpRequest();
    xhr.open('POST', options.url ?? '/api/files');
    xhr.setRequestHeader('accept', 'application/json');
    xhr.setRequestHeader('x-csrf-token', currentCsrfToken());
    xhr.setRequestHeader('idempotency-key', commandId);
    xhr.responseType = 'json';
    xhr.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) options.onProgress?.(event.loaded / event.total);
    });
    xhr.addEventListener('load', () => {
      if (xhr.status < 300) resolve(xhr.response);
      else reject(new ProblemError(problemFromBody(xhr.status, xhr.response)));
    });
    xhr.addEventListener('error', () => reject(new ProblemError(networkProblem)));
    xhr.addEventListener('abort', () => reject(new ProblemError(cancelledProblem)));
    options.signal?.addEventListener('abort', () => xhr.abort(), { once: true });
    xhr.send(form);
  });
}

/** Sends a file (an attachment by default; `url` names another endpoint that takes one) and tells how far it is. */
export async function uploadTo(file: File, options: UploadOptions = {}): Promise<unknown> {
  const commandId = newCommandId();
  try {
    return await sendOnce(file, commandId, options);
  } catch (error) {
    const lost = error instanceof ProblemError && error.problem.code === 'not_signed_in';
    if (lost && (await waitForSignIn())) return sendOnce(file, commandId, options);
    throw error;
  }
}

export async function uploadFile(file: File, options: UploadOptions = {}): Promise<UploadedFile> {
  return (await uploadTo(file, options)) as UploadedFile;
}
