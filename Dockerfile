# The whole program in one image: `start` runs the supervisor with every part that no URL replaces.
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY admin/package.json admin/
COPY scripts/ scripts/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production \
    MAGFLOW_HOST=0.0.0.0 \
    MAGFLOW_DATA_DIR=/data
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/bin bin/
COPY --from=build --chown=node:node /app/dist dist/
COPY --from=build --chown=node:node /app/schemas schemas/
COPY --from=build --chown=node:node /app/admin/dist admin/dist/
COPY --from=build --chown=node:node /app/node_modules node_modules/
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=6 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/health/ready').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# The supervisor stops everything within 10 s of SIGTERM; give it a little more than Docker's own 10 s.
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "dist/main.js"]
CMD ["start"]
