import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const api = process.env['MAGFLOW_API'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    // The strict content policy allows neither data: fonts nor inline scripts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1200,
  },
  server: {
    proxy: {
      '/api': api,
      '/files': api,
      '/health': api,
      '/ws': { target: api, ws: true },
    },
  },
});
