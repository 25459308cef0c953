import { join, normalize } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readPage } from './bind.ts';

const mediaTypes: Record<string, string> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  ico: 'image/x-icon',
  woff2: 'font/woff2',
  json: 'application/json',
  webmanifest: 'application/manifest+json',
  txt: 'text/plain; charset=utf-8',
};

/** Policies of a page. On its scripts and styles they mean nothing, and on a first visit weigh 40 KiB in all. */
const policiesOfPages = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];

interface Page {
  readonly body: Buffer;
  readonly encoding: string | null;
}

/**
 * The built web pages: precompressed files where the browser takes them, a year of caching for names that
 * carry a hash, and the start page for every address of the application.
 */
export function servePages(http: FastifyInstance, folder: string): void {
  const kept = new Map<string, Page | null>();
  const load = async (path: string, encodings: string): Promise<Page | null> => {
    for (const [suffix, encoding] of [
      ['.br', 'br'],
      ['.gz', 'gzip'],
      ['', null],
    ] as const) {
      if (encoding !== null && !encodings.includes(encoding)) continue;
      const key = path + suffix;
      if (!kept.has(key)) {
        const body = await readPage(join(folder, key));
        kept.set(key, body ? { body, encoding } : null);
      }
      const page = kept.get(key);
      if (page) return page;
    }
    return null;
  };
  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const encodings = String(request.headers['accept-encoding'] ?? '');
    const asked = normalize(decodeURIComponent(new URL(request.url, 'http://x').pathname)).replace(
      /^[/\\]+/,
      '',
    );
    const extension = asked.split('.').at(-1) ?? '';
    const isFile = asked.includes('.') && extension in mediaTypes && !asked.startsWith('..');
    const found = isFile ? await load(asked, encodings) : null;
    if (isFile && !found) return reply.code(404).type('text/plain; charset=utf-8').send('Không có tệp này.');
    const page = found ?? (await load('index.html', encodings));
    if (!page)
      return reply
        .code(503)
        .type('text/plain; charset=utf-8')
        .send('Trang web chưa được dựng. Chạy lại npm start.');
    const isAsset = found !== null && asked.startsWith('assets/');
    if (isAsset) for (const policy of policiesOfPages) reply.removeHeader(policy);
    void reply.header('cache-control', isAsset ? 'public, max-age=31536000, immutable' : 'no-cache');
    void reply.header('vary', 'accept-encoding');
    if (page.encoding) void reply.header('content-encoding', page.encoding);
    return reply
      .type(found ? (mediaTypes[extension] ?? 'application/octet-stream') : mediaTypes['html']!)
      .send(page.body);
  };
  // Many people of one office come from one address: only what the API does is counted.
  const route = { schema: { hide: true }, config: { rateLimit: false as const } };
  http.get('/', route, answer);
  http.get('/*', route, answer);
}
