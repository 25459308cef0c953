import { constants, brotliCompressSync, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const COMPRESSIBLE = /\.(?:js|css|html|svg|webmanifest|json)$/;

/** Emits `.br` and `.gz` beside every text file, so that the server never compresses while it answers. */
function precompress(): Plugin {
  return {
    name: 'kheo-precompress',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      // After Vite's own, which fills in the preload lists: what is compressed must be what is written.
      order: 'post',
      handler(_options, bundle) {
        for (const [fileName, output] of Object.entries(bundle)) {
          if (!COMPRESSIBLE.test(fileName)) continue;
          const source = Buffer.from(output.type === 'chunk' ? output.code : output.source);
          if (source.length < 1024) continue;
          const brotli = brotliCompressSync(source, {
            params: {
              [constants.BROTLI_PARAM_QUALITY]: 10,
              [constants.BROTLI_PARAM_SIZE_HINT]: source.length,
            },
          });
          this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotli });
          this.emitFile({
            type: 'asset',
            fileName: `${fileName}.gz`,
            source: gzipSync(source, { level: 9 }),
          });
        }
      },
    },
  };
}

export default defineConfig({
  root: 'web',
  publicDir: 'static',
  plugins: [react(), precompress()],
  css: { modules: { localsConvention: 'camelCaseOnly' } },
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    sourcemap: false,
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      treeshake: {
        // The web takes rules and words from `domain`; the zod schemas that stand beside them must not
        // come along. A schema built and not used has no effect, so calls on `z` may be dropped.
        manualPureFunctions: ['z'],
      },
    },
  },
  server: {
    port: 5173,
    proxy: { '/api': { target: process.env['KHEO_API'] ?? 'http://127.0.0.1:3000' } },
  },
});
