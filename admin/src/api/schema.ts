// Generated from docs/openapi.json by scripts/generate-openapi.mjs; a test holds them against each other.
export interface paths {
  readonly '/accounts': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Marketplace accounts and their state */
    readonly get: operations['getAccounts'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/accounts/{key}/test-connection': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Ask the marketplace whether this account may call */
    readonly post: operations['postAccountsKeyTestConnection'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/login': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Sign in */
    readonly post: operations['postAuthLogin'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/logout': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** End the session of a refresh token */
    readonly post: operations['postAuthLogout'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/me': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Who is signed in */
    readonly get: operations['getAuthMe'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/password': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Choose another password
     * @description Ends every session of the user; the access token in hand stays good until it expires.
     */
    readonly post: operations['postAuthPassword'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/auth/refresh-token': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Exchange a refresh token for new tokens
     * @description Each refresh token is good for one exchange. A second one ends every session of the same login.
     */
    readonly post: operations['postAuthRefreshToken'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/awbs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** AWBs and the wishes for them */
    readonly get: operations['getAwbs'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/enhanced/offers/all': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Offers of all accounts, with prices and competition */
    readonly get: operations['getEmagEnhancedOffersAll'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/enhanced/products/all': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Products of all accounts */
    readonly get: operations['getEmagEnhancedProductsAll'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/enhanced/products/sync-progress': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Syncs that run now */
    readonly get: operations['getEmagEnhancedProductsSyncProgress'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/enhanced/status': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Connections, counts and runs of the accounts */
    readonly get: operations['getEmagEnhancedStatus'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/enhanced/sync/all-products': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Read products and offers from the marketplace */
    readonly post: operations['postEmagEnhancedSyncAllProducts'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/{order_id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One order, as it is or as it was */
    readonly get: operations['getEmagOrdersOrderId'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/{order_id}/acknowledge': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Acknowledge a new order at the marketplace */
    readonly post: operations['postEmagOrdersOrderIdAcknowledge'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/{order_id}/history': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Every event of an order */
    readonly get: operations['getEmagOrdersOrderIdHistory'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/{order_id}/status': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    /** Move an order to another status at the marketplace */
    readonly put: operations['putEmagOrdersOrderIdStatus'];
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/all': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The same as /emag/orders/list */
    readonly get: operations['getEmagOrdersAll'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/list': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Orders, filtered, searched and sorted */
    readonly get: operations['getEmagOrdersList'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/statistics/summary': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Numbers of orders and sales */
    readonly get: operations['getEmagOrdersStatisticsSummary'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/orders/sync': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Read orders from the marketplace */
    readonly post: operations['postEmagOrdersSync'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/awb/{awb_number}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** An AWB, with what the marketplace says of it now */
    readonly get: operations['getEmagPhase2AwbAwbNumber'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/awb/{awb_number}/label': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The labels of all parcels of an AWB */
    readonly get: operations['getEmagPhase2AwbAwbNumberLabel'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/awb/{order_id}/generate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Issue an AWB at the marketplace
     * @description Sender, receiver, locker and cash on delivery are composed from the order and the settings.
     */
    readonly post: operations['postEmagPhase2AwbOrderIdGenerate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/awb/{order_id}/resolve': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Settle an AWB that is in doubt
     * @description Either the number that the marketplace shows, or that none exists and how you know.
     */
    readonly post: operations['postEmagPhase2AwbOrderIdResolve'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/awb/couriers': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /**
     * Courier accounts
     * @description Kept for an hour. Without `account_type` an account that cannot be asked is named, not fatal.
     */
    readonly get: operations['getEmagPhase2AwbCouriers'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/invoice/{order_id}/data': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What the invoice of an order says, or would say now */
    readonly get: operations['getEmagPhase2InvoiceOrderIdData'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/phase2/invoice/{order_id}/generate': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /**
     * Issue the invoice of an order and attach it at the marketplace
     * @description Asking again answers the same invoice.
     */
    readonly post: operations['postEmagPhase2InvoiceOrderIdGenerate'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/sync-runs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Sync runs, newest first */
    readonly get: operations['getEmagSyncRuns'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/emag/sync-runs/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One sync run */
    readonly get: operations['getEmagSyncRunsId'];
    readonly put?: never;
    readonly post?: never;
    /**
     * Stop a sync run
     * @description What was read stays. A run that is over stays as it is.
     */
    readonly delete: operations['deleteEmagSyncRunsId'];
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/invoices': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Issued invoices */
    readonly get: operations['getInvoices'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/invoices/{number}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One invoice */
    readonly get: operations['getInvoicesNumber'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/invoices/{number}/pdf': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** The PDF of an invoice, as it was issued */
    readonly get: operations['getInvoicesNumberPdf'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/jobs': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Scheduled jobs and their last runs */
    readonly get: operations['getJobs'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/jobs/{name}/run': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Run a job now */
    readonly post: operations['postJobsNameRun'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/marketplace-calls': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Calls to the marketplace of the last 30 days, newest first */
    readonly get: operations['getMarketplaceCalls'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/notifications': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** What happened that a person should know, newest first */
    readonly get: operations['getNotifications'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/notifications/{id}/read': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Mark a notification as read */
    readonly post: operations['postNotificationsIdRead'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/notifications/read-all': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Mark every notification as read */
    readonly post: operations['postNotificationsReadAll'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/operations': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Operations, newest first, without their results */
    readonly get: operations['getOperations'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/operations/{id}': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** One operation with its result or error */
    readonly get: operations['getOperationsId'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/parked-events': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Events that a read model could not apply */
    readonly get: operations['getParkedEvents'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/parked-events/{id}/replay': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly get?: never;
    readonly put?: never;
    /** Apply a parked event and what waits behind it */
    readonly post: operations['postParkedEventsIdReplay'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/settings': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Seller, invoice series and automation */
    readonly get: operations['getSettings'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    /** Change settings */
    readonly patch: operations['patchSettings'];
    readonly trace?: never;
  };
  readonly '/system/info': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Version, engines, read models and whether this is demonstration data */
    readonly get: operations['getSystemInfo'];
    readonly put?: never;
    readonly post?: never;
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
  readonly '/users': {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    /** Users */
    readonly get: operations['getUsers'];
    readonly put?: never;
    /** Create a user */
    readonly post: operations['postUsers'];
    readonly delete?: never;
    readonly options?: never;
    readonly head?: never;
    readonly patch?: never;
    readonly trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    readonly Accepted: {
      readonly operation_id: string;
      /** @enum {string} */
      readonly state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    readonly Account: {
      readonly base_url: string;
      readonly callback_url: string;
      /** @enum {string} */
      readonly fulfilment: 'own' | 'fbe';
      readonly is_demonstration: boolean;
      readonly key: string;
      readonly last_test: components['schemas']['ConnectionTest'];
      readonly platform: string;
      /** @description `ok`, `unknown`, or what is wrong */
      readonly state: string;
    };
    /** @description May be left out when only one account has the order */
    readonly AccountChoice: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
    };
    readonly Awb: {
      readonly account_type: string;
      readonly awb_number: string | null;
      readonly barcodes: readonly string[];
      readonly cod: string | null;
      /** @description Why there is none */
      readonly code?: string | null;
      readonly courier_account_id: string | null;
      readonly courier_name: string | null;
      /** @description The marketplace’s ids of the parcels */
      readonly emag_ids: readonly string[];
      readonly envelopes: number | null;
      /** @description The number was entered by hand */
      readonly is_manual: boolean;
      /** Format: date-time */
      readonly issued_at: string | null;
      readonly marketplace_status: {
        readonly code: string;
        readonly description: string;
        readonly name: string;
      } | null;
      readonly operation_id: string | null;
      readonly order_id: string;
      readonly parcels: number | null;
      /** Format: date-time */
      readonly requested_at?: string | null;
      readonly reservation_id: string | null;
      /** @enum {string} */
      readonly status: 'requested' | 'generated' | 'refused' | 'in_doubt';
      readonly text?: string | null;
      readonly weight: string | null;
    };
    readonly AwbRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
      /**
       * @description Cash on delivery, gross; computed from the order when absent
       * @example 120.50
       */
      readonly cod?: string;
      /** @description Identifier as a string; integers are accepted */
      readonly courier_account_id?: string | number;
      readonly dropoff_locker?: boolean;
      /** @description 0 when absent */
      readonly envelopes?: number;
      /** @description A further AWB for an order that has one; needs `reason` */
      readonly force?: boolean;
      /**
       * @description Decimal amount, gross, in the currency of the order
       * @example 120.50
       */
      readonly insured_value?: string;
      readonly is_oversize?: boolean;
      readonly observation?: string;
      /** @description 1 when absent */
      readonly parcels?: number;
      readonly pickup_and_return?: boolean;
      readonly reason?: string;
      readonly sameday_delivery?: boolean;
      readonly saturday_delivery?: boolean;
      readonly sender_address_id?: string;
      readonly unboxing?: boolean;
      /**
       * @description Kilograms; 1 when absent
       * @example 1.5
       */
      readonly weight?: string;
    };
    readonly AwbResolution:
      | {
          /**
           * @description Key of an account; `both` or absent means all
           * @example main
           */
          readonly account_type?: string;
          readonly awb_number: string;
        }
      | {
          /**
           * @description Key of an account; `both` or absent means all
           * @example main
           */
          readonly account_type?: string;
          /** @enum {boolean} */
          readonly none_exists: true;
          readonly reason: string;
        };
    readonly ConnectionTest: {
      /** Format: date-time */
      readonly checked_at: string | null;
      readonly code: string;
      readonly detail: string;
      readonly ok: boolean;
    } | null;
    readonly CourierAccount: {
      readonly account_display_name: string;
      readonly account_id: string;
      readonly account_type: string;
      readonly courier_account_properties: readonly number[];
      readonly courier_account_type: number;
      readonly courier_name: string;
      readonly created_at: string | null;
      readonly is_active: boolean;
      readonly pickup_country: string | null;
      /** @description 1 active, 0 inactive */
      readonly status: number;
    };
    readonly Invoice: {
      readonly account_type: string;
      /** Format: date-time */
      readonly attached_at: string | null;
      readonly attached_url: string | null;
      readonly currency: string;
      /** Format: date-time */
      readonly fetched_at: string | null;
      /** Format: date-time */
      readonly issued_at: string;
      /** @description Why it was not fetched */
      readonly marketplace_reason: string | null;
      /** @enum {string} */
      readonly marketplace_state: 'pending' | 'fetched' | 'not_fetched';
      /** @description The marketplace’s own words, when it refused the link */
      readonly marketplace_text: string | null;
      readonly number: string;
      readonly operation_id: string | null;
      readonly order_id: string;
      readonly pdf_url: string;
      readonly series: string;
      readonly sha256: string | null;
      readonly storno_number: string | null;
      readonly storno_of: string | null;
      readonly total_gross: string;
      readonly total_net: string;
      readonly total_vat: string;
      readonly vat_by_rate: readonly components['schemas']['VatTotal'][];
    };
    readonly InvoiceData: {
      readonly invoice_data: {
        readonly currency: string;
        readonly customer: {
          readonly address: string;
          readonly city: string;
          readonly country: string;
          readonly county: string;
          readonly fiscal_code: string;
          readonly is_company: boolean;
          readonly name: string;
          readonly postcode: string;
          readonly registration_number: string;
        };
        /** Format: date-time */
        readonly issued_at: string | null;
        readonly lines: readonly {
          readonly description: string;
          readonly gross: string;
          /** @enum {string} */
          readonly kind: 'product' | 'deposit' | 'shipping' | 'voucher';
          readonly net: string;
          readonly quantity: number;
          readonly sku: string | null;
          readonly unit: string;
          /** @description Net, four decimals */
          readonly unit_price_net: string;
          readonly vat: string;
          /** @description Fraction, `0.21` */
          readonly vat_rate: string;
        }[];
        readonly number: string | null;
        /** @enum {string|null} */
        readonly payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
        readonly seller: components['schemas']['Seller'];
        readonly series: string;
        readonly total_gross: string;
        readonly total_net: string;
        readonly total_vat: string;
        readonly vat_by_rate: readonly components['schemas']['VatTotal'][];
      };
    };
    readonly InvoiceRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
      /**
       * Format: uri
       * @description Link to give to the marketplace in place of ours; the invoice stays ours
       */
      readonly invoice_url?: string;
    };
    readonly Job: {
      readonly enabled: boolean;
      readonly every_seconds: number;
      readonly last_run:
        | ({
            readonly id: string;
            readonly state: string;
          } & {
            readonly [key: string]: unknown;
          })
        | null;
      readonly name: string;
      /** Format: date-time */
      readonly next_run_at: string | null;
    };
    readonly ListedLine: {
      /** @description The marketplace’s line id */
      readonly id: string;
      /** @description False: the line was cancelled and counts nothing */
      readonly is_active: boolean;
      readonly name: string;
      readonly part_number_key: string | null;
      readonly quantity: number;
      readonly sku: string | null;
    };
    readonly Login: {
      readonly password: string;
      readonly username: string;
    };
    readonly MarketplaceCall: {
      readonly account_type: string;
      readonly duration_ms: number;
      readonly http_status: number | null;
      readonly id: string;
      readonly order_id: string | null;
      readonly outcome: string;
      readonly route: string;
      /** Format: date-time */
      readonly started_at: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly Me: {
      /** Format: date-time */
      readonly expires_at: string;
      readonly id: string;
      readonly roles: readonly ('admin' | 'operator' | 'auditor')[];
      readonly username: string;
    };
    readonly NewUser: {
      readonly password: string;
      readonly roles: readonly ('admin' | 'operator' | 'auditor')[];
      readonly username: string;
    };
    readonly Notification: {
      /** Format: date-time */
      readonly created_at: string;
      readonly data?: unknown;
      readonly id: string;
      readonly kind: string;
      /** Format: date-time */
      readonly read_at: string | null;
      /** @enum {string} */
      readonly severity: 'info' | 'warning' | 'error';
    };
    readonly Offer: {
      readonly account_type: string;
      readonly available_stock: number;
      readonly buy_button_rank: number | null;
      readonly currency: string;
      readonly id: string;
      readonly is_available: boolean;
      /** Format: date-time */
      readonly last_synced_at: string;
      /** @description Net, four decimals */
      readonly max_price_net: string | null;
      /** @description Net, four decimals */
      readonly min_price_net: string | null;
      /** @description Gross, two decimals */
      readonly price_gross: string | null;
      /** @description Net, four decimals */
      readonly price_net: string | null;
      /** @description Net, four decimals */
      readonly recommended_price_net: string | null;
      readonly sku: string | null;
      readonly stock: number;
      readonly sync_status: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly Operation: {
      /** Format: date-time */
      readonly created_at: string;
      readonly created_by: {
        readonly id: string;
        readonly kind: string;
      };
      /** @description Problem document */
      readonly error: {
        readonly [key: string]: unknown;
      } | null;
      /** Format: date-time */
      readonly finished_at: string | null;
      readonly id: string;
      readonly kind: string;
      readonly links: {
        readonly [key: string]: string;
      };
      readonly progress: {
        readonly done: number;
        readonly total: number;
      };
      /** @description The object that the command would have answered; null before */
      readonly result?: unknown;
      /** @enum {string} */
      readonly state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    readonly Order: {
      readonly account_type: string;
      /** Format: date-time */
      readonly acknowledged_at: string | null;
      /** @description What may be done now; empty for an order as it was */
      readonly allowed_actions?: readonly ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
      readonly allowed_statuses?: readonly number[];
      readonly amounts: components['schemas']['OrderAmounts'];
      readonly attachments: readonly {
        readonly name: string | null;
        readonly type: number;
        readonly url: string;
      }[];
      readonly awb_number: string | null;
      readonly awbs: readonly components['schemas']['Awb'][];
      readonly billing_address: components['schemas']['PostalAddress'];
      /** Format: date-time */
      readonly canceled_at: string | null;
      readonly cancellation_reason: {
        readonly id: number;
        readonly name: string | null;
      } | null;
      readonly cancellation_request: string | null;
      readonly courier_name: string | null;
      readonly currency: string;
      readonly customer: components['schemas']['OrderCustomer'];
      readonly customer_email: string | null;
      readonly customer_id: string | null;
      readonly customer_name: string;
      readonly customer_phone: string | null;
      readonly deadlines: {
        /** Format: date-time */
        readonly ship_by: string | null;
      };
      readonly delivery_mode: string;
      readonly emag_order_id: string;
      /** @description The only couriers allowed; empty: none, null: any */
      readonly enforced_couriers: readonly string[] | null;
      /** Format: date-time */
      readonly finalized_at: string | null;
      /** @description `{account}-{emag_order_id}` */
      readonly id: string;
      readonly invoice: components['schemas']['OrderInvoice'];
      readonly invoice_number: string | null;
      /** Format: date-time */
      readonly invoice_uploaded_at: string | null;
      readonly invoice_url: string | null;
      readonly is_complete: boolean;
      /** Format: date-time */
      readonly last_synced_at: string;
      readonly locker: {
        readonly id: string;
        readonly name: string;
      } | null;
      /** Format: date-time */
      readonly modified_at: string;
      readonly observation: string | null;
      /** Format: date-time */
      readonly order_date: string;
      readonly payment_detail: string | null;
      /** @enum {string|null} */
      readonly payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
      /** @enum {string} */
      readonly payment_status: 'paid' | 'unpaid';
      readonly products: readonly components['schemas']['OrderLine'][];
      /** Format: date-time */
      readonly received_at: string;
      readonly revision: number;
      /**
       * Format: date-time
       * @description Deadline of the hand-over to the courier
       */
      readonly ship_by: string | null;
      readonly shipping_address: components['schemas']['PostalAddress'];
      readonly status: number;
      /** @enum {string} */
      readonly status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      /** @enum {string} */
      readonly sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
      /** @description Gross: what the customer owes or has paid */
      readonly total_amount: string;
      /** @description 3 own fulfilment, 2 fulfilled by eMAG */
      readonly type: number;
      readonly vouchers: readonly {
        readonly amount: string;
        readonly amount_net: string;
        readonly amount_vat: string;
        readonly id: string;
        readonly name: string | null;
      }[];
      readonly work: {
        readonly acknowledge: components['schemas']['Wish'];
        readonly awb: components['schemas']['Wish'];
        readonly invoice: components['schemas']['Wish'];
        readonly status: components['schemas']['Wish'];
      };
    };
    readonly OrderAmounts: {
      /** @description To collect on delivery; 0.00 when it is paid otherwise */
      readonly cod: string;
      readonly deposits: string;
      readonly lines_gross: string;
      readonly lines_net: string;
      readonly lines_vat: string;
      readonly shipping: string;
      readonly total: string;
      readonly vouchers: string;
    };
    readonly OrderCustomer: {
      readonly company: string;
      readonly email: string;
      readonly fiscal_code: string;
      readonly is_company: boolean;
      readonly is_vat_payer: boolean;
      readonly name: string;
      readonly phone: string;
      readonly registration_number: string;
    };
    readonly OrderHistory: {
      readonly account_type: string;
      readonly events: readonly ({
        readonly actor: {
          readonly id: string;
          readonly kind: string;
        };
        readonly causation_id: string | null;
        readonly changes: readonly {
          readonly from?: unknown;
          readonly path: string;
          readonly to?: unknown;
        }[];
        readonly correlation_id: string;
        readonly event_id: string;
        /** Format: date-time */
        readonly occurred_at: string;
        readonly position: string;
        /** Format: date-time */
        readonly recorded_at: string;
        readonly revision: number;
        readonly summary: string;
        readonly type: string;
      } & {
        readonly [key: string]: unknown;
      })[];
      readonly order_id: string;
      readonly revision: number;
    };
    readonly OrderInvoice: {
      readonly account_type: string;
      /** Format: date-time */
      readonly attached_at: string | null;
      readonly attached_url: string | null;
      readonly currency: string;
      /** Format: date-time */
      readonly issued_at: string;
      readonly marketplace_code: string | null;
      /** @enum {string} */
      readonly marketplace_state: 'pending' | 'attached' | 'refused';
      /** @description The marketplace’s own words, when it refused the link */
      readonly marketplace_text: string | null;
      readonly number: string;
      readonly operation_id: string | null;
      readonly order_id: string;
      readonly series: string;
      readonly sha256: string | null;
      readonly storno_number: string | null;
      readonly storno_of: string | null;
      readonly total_gross: string;
      readonly total_net: string;
      readonly total_vat: string;
      readonly vat_by_rate: readonly components['schemas']['VatTotal'][];
    } | null;
    /** @description A line with its prices, net and gross */
    readonly OrderLine: {
      readonly currency: string;
      readonly deposits: readonly {
        readonly name: string;
        readonly quantity: number;
        readonly total_gross: string;
        readonly unit_price_net: string;
        /** @description Fraction, `0.21` */
        readonly vat_rate: string;
      }[];
      /** @description The marketplace’s line id */
      readonly id: string;
      readonly initial_quantity: number | null;
      /** @description False: the line was cancelled and counts nothing */
      readonly is_active: boolean;
      readonly name: string;
      readonly original_price_net: string | null;
      readonly part_number: string | null;
      readonly part_number_key: string | null;
      readonly product_id: string | null;
      readonly quantity: number;
      readonly sku: string | null;
      readonly storno_quantity: number | null;
      readonly total_gross: string;
      readonly total_net: string;
      readonly total_vat: string;
      readonly unit_price_gross: string;
      readonly unit_price_net: string;
      /** @description Fraction, `0.21` */
      readonly vat_rate: string;
      readonly vouchers: readonly {
        readonly amount_net: string;
        readonly amount_vat: string;
        readonly id: string;
        readonly name: string | null;
        readonly offered_by: string | null;
      }[];
    };
    readonly OrderRow: {
      readonly account_type: string;
      /** Format: date-time */
      readonly acknowledged_at: string | null;
      readonly awb_number: string | null;
      readonly courier_name: string | null;
      readonly currency: string;
      readonly customer_email: string | null;
      readonly customer_name: string;
      readonly customer_phone: string | null;
      readonly delivery_mode: string;
      readonly emag_order_id: string;
      /** @description `{account}-{emag_order_id}` */
      readonly id: string;
      readonly invoice_number: string | null;
      /** Format: date-time */
      readonly invoice_uploaded_at: string | null;
      readonly invoice_url: string | null;
      readonly is_complete: boolean;
      /** Format: date-time */
      readonly last_synced_at: string;
      /** Format: date-time */
      readonly order_date: string;
      /** @enum {string|null} */
      readonly payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
      /** @enum {string} */
      readonly payment_status: 'paid' | 'unpaid';
      readonly products: readonly components['schemas']['ListedLine'][];
      /**
       * Format: date-time
       * @description Deadline of the hand-over to the courier
       */
      readonly ship_by: string | null;
      readonly shipping_address: components['schemas']['PostalAddress'];
      readonly status: number;
      /** @enum {string} */
      readonly status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      /** @enum {string} */
      readonly sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
      /** @description Gross: what the customer owes or has paid */
      readonly total_amount: string;
      /** @description 3 own fulfilment, 2 fulfilled by eMAG */
      readonly type: number;
    };
    readonly OrderStatistics: {
      readonly by_account: readonly {
        readonly [key: string]: unknown;
      }[];
      readonly by_status: readonly {
        readonly [key: string]: unknown;
      }[];
      readonly total_orders: number;
    } & {
      readonly [key: string]: unknown;
    };
    readonly OrderSync: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
      readonly auto_acknowledge?: boolean;
      readonly days_back?: number;
      /**
       * Format: date
       * @description A day in Europe/Bucharest
       */
      readonly end_date?: string;
      readonly max_pages?: number;
      /**
       * Format: date
       * @description A day in Europe/Bucharest
       */
      readonly start_date?: string;
      readonly status_filter?: (string | number) | readonly (string | number)[];
      /** @enum {string} */
      readonly sync_mode?: 'incremental' | 'full' | 'historical';
    };
    readonly ParkedEvent: {
      readonly id: string;
      readonly projection: string;
      readonly reason: string;
      readonly stream: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly PasswordChange: {
      readonly current_password: string;
      readonly new_password: string;
    };
    readonly PostalAddress: {
      readonly city: string;
      readonly country: string;
      readonly county: string;
      readonly locality_id: string | null;
      readonly name: string;
      readonly phone: string;
      readonly postcode: string;
      readonly street: string;
    };
    /** @description RFC 9457 */
    readonly Problem: {
      /** @enum {string} */
      readonly code:
        | 'validation-failed'
        | 'malformed-json'
        | 'account-unknown'
        | 'unauthenticated'
        | 'credentials-invalid'
        | 'refresh-token-invalid'
        | 'refresh-token-reused'
        | 'forbidden'
        | 'password-change-required'
        | 'not-found'
        | 'order-unknown'
        | 'awb-unknown'
        | 'invoice-unknown'
        | 'label-unknown'
        | 'operation-unknown'
        | 'sync-run-unknown'
        | 'job-unknown'
        | 'notification-unknown'
        | 'parked-event-unknown'
        | 'method-not-allowed'
        | 'account-ambiguous'
        | 'idempotency-key-reused'
        | 'idempotency-in-progress'
        | 'write-conflict'
        | 'order-not-acknowledgeable'
        | 'order-not-shippable'
        | 'order-not-invoiceable'
        | 'status-not-allowed'
        | 'status-change-in-progress'
        | 'cancellation-reason-missing'
        | 'storno-not-allowed'
        | 'line-unknown'
        | 'awb-exists'
        | 'awb-in-progress'
        | 'awb-in-doubt'
        | 'awb-not-in-doubt'
        | 'awb-not-allowed'
        | 'courier-not-allowed'
        | 'force-needs-reason'
        | 'invoice-series-changed'
        | 'wish-not-open'
        | 'sync-running'
        | 'user-exists'
        | 'rule-violated'
        | 'precondition-failed'
        | 'body-too-large'
        | 'media-type-unsupported'
        | 'series-invalid'
        | 'period-impossible'
        | 'seller-incomplete'
        | 'courier-unknown'
        | 'address-unknown'
        | 'request-impossible'
        | 'rate-limited'
        | 'login-locked'
        | 'internal'
        | 'marketplace-refused'
        | 'marketplace-credentials-refused'
        | 'marketplace-ip-refused'
        | 'marketplace-unreadable'
        | 'read-model-behind'
        | 'projection-parked'
        | 'event-store-unavailable'
        | 'database-unavailable'
        | 'marketplace-rate-limited'
        | 'marketplace-unavailable'
        | 'marketplace-timeout';
      readonly detail: string;
      readonly errors?: readonly {
        readonly detail: string;
        readonly parameter?: string;
        readonly pointer?: string;
      }[];
      readonly instance: string;
      readonly status: number;
      readonly title: string;
      readonly trace_id: string;
      /** @description `/problems/<code>` */
      readonly type: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly Product: {
      readonly account_type: string;
      readonly brand: string | null;
      readonly category_name: string | null;
      readonly currency: string;
      readonly eans: readonly string[];
      readonly id: string;
      readonly is_active: boolean;
      /** Format: date-time */
      readonly last_synced_at: string;
      readonly name: string;
      readonly part_number_key: string | null;
      /** @description Gross, two decimals */
      readonly price_gross: string | null;
      /** @description Net, four decimals */
      readonly price_net: string | null;
      readonly sku: string | null;
      readonly stock_quantity: number;
      readonly sync_status: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly ProductSync: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
      /**
       * @description The marketplace is the source of offers here; only emag_priority changes anything
       * @enum {string}
       */
      readonly conflict_strategy?: 'emag_priority' | 'local_priority' | 'newest_wins' | 'manual';
      readonly include_inactive?: boolean;
      readonly max_pages_per_account?: number;
      /** @enum {string} */
      readonly mode?: 'incremental' | 'full';
    };
    readonly RefreshTokenRequest: {
      readonly refresh_token: string;
    };
    readonly Seller: {
      readonly address: string;
      readonly city: string;
      readonly contact: string;
      readonly country: string;
      readonly county: string;
      readonly fiscal_code: string;
      readonly iban: string;
      readonly name: string;
      readonly phone: string;
      readonly postcode: string;
      readonly registration: string;
    };
    readonly Settings: {
      readonly automation: {
        readonly [key: string]: {
          readonly auto_acknowledge: boolean;
        };
      };
      readonly invoice_series: readonly {
        readonly accounts: readonly string[];
        readonly next_number: number;
        readonly series: string;
      }[];
      readonly seller: components['schemas']['Seller'];
    };
    /** @description What is absent stays */
    readonly SettingsChange: {
      readonly automation?: {
        readonly [key: string]: {
          readonly auto_acknowledge: boolean;
        };
      };
      readonly invoice_series?: readonly {
        readonly accounts: readonly string[];
        readonly next_number: number | string;
        readonly series: string;
      }[];
      readonly seller?: {
        readonly address?: string;
        readonly city?: string;
        readonly contact?: string;
        readonly country?: string;
        readonly county?: string;
        readonly fiscal_code?: string;
        readonly iban?: string;
        readonly name?: string;
        readonly phone?: string;
        readonly postcode?: string;
        readonly registration?: string;
      };
    };
    readonly StatusChange: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      readonly account_type?: string;
      readonly is_storno?: boolean;
      /**
       * @description 0 canceled, 1 new, 2 in_progress, 3 prepared, 4 finalized, 5 returned
       * @example new
       */
      readonly new_status: string | number;
      /** @description Lines by the marketplace’s line id, with the quantity that remains */
      readonly products?: readonly {
        /** @description Identifier as a string; integers are accepted */
        readonly id: string | number;
        readonly quantity: number;
      }[];
      readonly reason_cancellation?: number;
    };
    readonly SyncAccepted: {
      readonly operation_id: string;
      readonly runs: readonly {
        readonly account_type: string;
        readonly sync_run_id: string;
      }[];
      /** @enum {string} */
      readonly state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    readonly SyncRun: {
      readonly account_type: string;
      readonly created: number;
      readonly current_page: number;
      readonly duration_seconds: number;
      readonly error: {
        readonly code: string;
        readonly text: string;
      } | null;
      readonly estimated_time_remaining_seconds: number | null;
      readonly failed: number;
      /** Format: date-time */
      readonly finished_at: string | null;
      readonly id: string;
      readonly is_cancel_requested: boolean;
      /** @enum {string} */
      readonly kind: 'orders' | 'offers';
      /** @description What the marketplace counts and did not show */
      readonly missing: readonly string[];
      /** @enum {string} */
      readonly mode: 'incremental' | 'full' | 'historical';
      readonly operation_id: string;
      readonly processed_items: number;
      readonly progress_percentage: number | null;
      /** Format: date-time */
      readonly requested_at: string;
      readonly requested_by: {
        readonly id: string;
        readonly kind: string;
      };
      /** Format: date-time */
      readonly started_at: string | null;
      readonly status: string;
      readonly throughput_per_second: number | null;
      readonly total_items: number | null;
      readonly total_pages: number | null;
      /** @description What started it: a person, a job, a callback, the first start */
      readonly trigger: string;
      readonly unchanged: number;
      readonly updated: number;
    } | null;
    readonly SyncStatus: {
      readonly accounts: readonly {
        readonly account_type: string;
        readonly connection: {
          /** Format: date-time */
          readonly checked_at: string | null;
          readonly code: string;
          readonly detail: string;
          readonly ok: boolean;
        };
        readonly counts: {
          readonly active: number;
          readonly failed: number;
          readonly synced: number;
          readonly total: number;
        };
        readonly last_sync: components['schemas']['SyncRun'];
      }[];
      readonly health_score: number;
      /** @enum {string} */
      readonly health_status: 'healthy' | 'warning' | 'critical';
      readonly recent_syncs: readonly components['schemas']['SyncRun'][];
      readonly sync_statistics: {
        readonly completed: number;
        readonly failed: number;
        readonly success_rate: number | null;
      } & {
        readonly [key: string]: unknown;
      };
    };
    readonly SystemInfo: {
      readonly demonstration: boolean;
      readonly engines: {
        readonly [key: string]: {
          /** @enum {string} */
          readonly kind: 'embedded' | 'external';
          readonly name: string;
        };
      };
      readonly projections: readonly ({
        readonly lag_events: number;
        readonly name: string;
      } & {
        readonly [key: string]: unknown;
      })[];
      readonly sandbox: {
        readonly accounts: readonly string[];
        /** Format: date-time */
        readonly now: string | null;
      } | null;
      /** Format: date-time */
      readonly time: string;
      readonly urls: {
        readonly api: string;
        readonly docs: string;
        readonly openapi: string;
        readonly public: string;
      };
      readonly version: string;
    } & {
      readonly [key: string]: unknown;
    };
    readonly Tokens: {
      readonly access_token: string;
      /** @description Seconds */
      readonly expires_in: number;
      /** @description Good for one refresh */
      readonly refresh_token: string;
      /** @enum {string} */
      readonly token_type: 'bearer';
    };
    readonly TrackedAwb: {
      readonly account_type: string;
      readonly awb_number: string | null;
      readonly barcodes: readonly string[];
      readonly cod: string | null;
      /** @description Why there is none */
      readonly code?: string | null;
      readonly courier_account_id: string | null;
      readonly courier_name: string | null;
      /** @description The marketplace’s ids of the parcels */
      readonly emag_ids: readonly string[];
      readonly envelopes: number | null;
      /** @description False: the status is the last one that we were told */
      readonly is_current?: boolean;
      /** @description The number was entered by hand */
      readonly is_manual: boolean;
      /** Format: date-time */
      readonly issued_at: string | null;
      readonly marketplace_status: {
        readonly code: string;
        readonly description: string;
        readonly name: string;
      } | null;
      readonly operation_id: string | null;
      readonly order_id: string;
      readonly parcels: number | null;
      /** Format: date-time */
      readonly requested_at?: string | null;
      readonly reservation_id: string | null;
      /** @enum {string} */
      readonly status: 'requested' | 'generated' | 'refused' | 'in_doubt';
      readonly text?: string | null;
      readonly weight: string | null;
    };
    readonly User: {
      /** Format: date-time */
      readonly created_at: string;
      readonly id: string;
      readonly is_active: boolean;
      readonly must_change_password: boolean;
      readonly roles: readonly ('admin' | 'operator' | 'auditor')[];
      readonly username: string;
    };
    readonly VatTotal: {
      readonly gross: string;
      readonly net: string;
      readonly vat: string;
      readonly vat_rate: string;
    };
    /** @description How far the last wish of a kind has come */
    readonly Wish: {
      readonly code: string | null;
      readonly operation_id: string | null;
      /** Format: date-time */
      readonly since: string | null;
      /** @enum {string} */
      readonly state: 'none' | 'queued' | 'running' | 'in_doubt' | 'succeeded' | 'failed';
      readonly text: string | null;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  readonly getAccounts: {
    readonly parameters: {
      readonly query?: {
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'key' | 'platform' | 'fulfilment' | 'state';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of accounts */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Account'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAccountsKeyTestConnection: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description Account key */
        readonly key: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description What it said */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['ConnectionTest'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAuthLogin: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['Login'];
      };
    };
    readonly responses: {
      /** @description Tokens */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Tokens'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `credentials-invalid` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `login-locked`, `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAuthLogout: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RefreshTokenRequest'];
      };
    };
    readonly responses: {
      /** @description Signed out */
      readonly 204: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getAuthMe: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The user */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Me'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAuthPassword: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['PasswordChange'];
      };
    };
    readonly responses: {
      /** @description Changed */
      readonly 204: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `credentials-invalid`, `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postAuthRefreshToken: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['RefreshTokenRequest'];
      };
    };
    readonly responses: {
      /** @description New tokens */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Tokens'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `refresh-token-invalid`, `refresh-token-reused` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getAwbs: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Issued from; a day means a day in Europe/Bucharest */
        readonly from?: string;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'issued_at';
        /** @description State of the AWB */
        readonly status?: readonly string[];
        /** @description Issued to, inclusive; a day means a day in Europe/Bucharest */
        readonly to?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of AWBs */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Awb'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagEnhancedOffersAll: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        readonly brand?: string;
        /** @description Only offers that somebody else undersells, or only the others */
        readonly buy_box_lost?: boolean;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Only what is, or is not, in stock */
        readonly in_stock?: boolean;
        /** @description Inactive ones as well */
        readonly include_inactive?: boolean;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Highest price, net */
        readonly price_max?: string;
        /** @description Lowest price, net */
        readonly price_min?: string;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'id' | 'sku' | 'name' | 'price_net' | 'stock' | 'last_synced_at';
        /** @description 0 inactive, 1 active, 2 end of life */
        readonly status?: readonly string[];
        /** @description The marketplace’s number of the validation status */
        readonly validation_status?: number;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly offers: readonly components['schemas']['Offer'][];
            readonly page: number;
            /** Format: date-time */
            readonly timestamp: string;
            readonly total_count: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagEnhancedProductsAll: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        readonly brand?: string;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Only what is, or is not, in stock */
        readonly in_stock?: boolean;
        /** @description Inactive ones as well */
        readonly include_inactive?: boolean;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'id' | 'sku' | 'name' | 'price_net' | 'stock' | 'last_synced_at';
        /** @description 0 inactive, 1 active, 2 end of life */
        readonly status?: readonly string[];
        /** @description The marketplace’s number of the validation status */
        readonly validation_status?: number;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly products: readonly components['schemas']['Product'][];
            /** Format: date-time */
            readonly timestamp: string;
            readonly total_count: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagEnhancedProductsSyncProgress: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Running syncs, orders and offers */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly active_syncs: readonly components['schemas']['SyncRun'][];
            readonly is_running: boolean;
            /** @enum {string} */
            readonly status: 'idle' | 'running';
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagEnhancedStatus: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description What the last calls and runs really gave */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SyncStatus'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagEnhancedSyncAllProducts: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['ProductSync'];
      };
    };
    readonly responses: {
      /** @description The sync is queued */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SyncAccepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-running`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagOrdersOrderId: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description The order as it was then: a time with its zone, inclusive */
        readonly as_of?: string;
        /** @description The order as it was at this revision; 0 is the first event */
        readonly revision?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The order */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Order'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `projection-parked`, `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagOrdersOrderIdAcknowledge: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['AccountChoice'];
      };
    };
    readonly responses: {
      /** @description The order */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            /** Format: date-time */
            readonly acknowledged_at: string | null;
            /** @description What may be done now; empty for an order as it was */
            readonly allowed_actions?: readonly ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
            readonly allowed_statuses?: readonly number[];
            readonly amounts: components['schemas']['OrderAmounts'];
            readonly attachments: readonly {
              readonly name: string | null;
              readonly type: number;
              readonly url: string;
            }[];
            readonly awb_number: string | null;
            readonly awbs: readonly components['schemas']['Awb'][];
            readonly billing_address: components['schemas']['PostalAddress'];
            /** Format: date-time */
            readonly canceled_at: string | null;
            readonly cancellation_reason: {
              readonly id: number;
              readonly name: string | null;
            } | null;
            readonly cancellation_request: string | null;
            readonly courier_name: string | null;
            readonly currency: string;
            readonly customer: components['schemas']['OrderCustomer'];
            readonly customer_email: string | null;
            readonly customer_id: string | null;
            readonly customer_name: string;
            readonly customer_phone: string | null;
            readonly deadlines: {
              /** Format: date-time */
              readonly ship_by: string | null;
            };
            readonly delivery_mode: string;
            readonly emag_order_id: string;
            /** @description The only couriers allowed; empty: none, null: any */
            readonly enforced_couriers: readonly string[] | null;
            /** Format: date-time */
            readonly finalized_at: string | null;
            /** @description `{account}-{emag_order_id}` */
            readonly id: string;
            readonly invoice: components['schemas']['OrderInvoice'];
            readonly invoice_number: string | null;
            /** Format: date-time */
            readonly invoice_uploaded_at: string | null;
            readonly invoice_url: string | null;
            readonly is_complete: boolean;
            /** Format: date-time */
            readonly last_synced_at: string;
            readonly locker: {
              readonly id: string;
              readonly name: string;
            } | null;
            /** Format: date-time */
            readonly modified_at: string;
            readonly observation: string | null;
            readonly operation_id: string | null;
            /** Format: date-time */
            readonly order_date: string;
            readonly payment_detail: string | null;
            /** @enum {string|null} */
            readonly payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
            /** @enum {string} */
            readonly payment_status: 'paid' | 'unpaid';
            readonly products: readonly components['schemas']['OrderLine'][];
            /** Format: date-time */
            readonly received_at: string;
            readonly revision: number;
            /**
             * Format: date-time
             * @description Deadline of the hand-over to the courier
             */
            readonly ship_by: string | null;
            readonly shipping_address: components['schemas']['PostalAddress'];
            readonly status: number;
            /** @enum {string} */
            readonly status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
            /** @enum {string} */
            readonly sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
            /** @description Gross: what the customer owes or has paid */
            readonly total_amount: string;
            /** @description 3 own fulfilment, 2 fulfilled by eMAG */
            readonly type: number;
            readonly vouchers: readonly {
              readonly amount: string;
              readonly amount_net: string;
              readonly amount_vat: string;
              readonly id: string;
              readonly name: string | null;
            }[];
            readonly work: {
              readonly acknowledge: components['schemas']['Wish'];
              readonly awb: components['schemas']['Wish'];
              readonly invoice: components['schemas']['Wish'];
              readonly status: components['schemas']['Wish'];
            };
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-acknowledgeable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      readonly 502: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagOrdersOrderIdHistory: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The whole history, oldest first */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderHistory'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly putEmagOrdersOrderIdStatus: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['StatusChange'];
      };
    };
    readonly responses: {
      /** @description The order */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            /** Format: date-time */
            readonly acknowledged_at: string | null;
            /** @description What may be done now; empty for an order as it was */
            readonly allowed_actions?: readonly ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
            readonly allowed_statuses?: readonly number[];
            readonly amounts: components['schemas']['OrderAmounts'];
            readonly attachments: readonly {
              readonly name: string | null;
              readonly type: number;
              readonly url: string;
            }[];
            readonly awb_number: string | null;
            readonly awbs: readonly components['schemas']['Awb'][];
            readonly billing_address: components['schemas']['PostalAddress'];
            /** Format: date-time */
            readonly canceled_at: string | null;
            readonly cancellation_reason: {
              readonly id: number;
              readonly name: string | null;
            } | null;
            readonly cancellation_request: string | null;
            readonly courier_name: string | null;
            readonly currency: string;
            readonly customer: components['schemas']['OrderCustomer'];
            readonly customer_email: string | null;
            readonly customer_id: string | null;
            readonly customer_name: string;
            readonly customer_phone: string | null;
            readonly deadlines: {
              /** Format: date-time */
              readonly ship_by: string | null;
            };
            readonly delivery_mode: string;
            readonly emag_order_id: string;
            /** @description The only couriers allowed; empty: none, null: any */
            readonly enforced_couriers: readonly string[] | null;
            /** Format: date-time */
            readonly finalized_at: string | null;
            /** @description `{account}-{emag_order_id}` */
            readonly id: string;
            readonly invoice: components['schemas']['OrderInvoice'];
            readonly invoice_number: string | null;
            /** Format: date-time */
            readonly invoice_uploaded_at: string | null;
            readonly invoice_url: string | null;
            readonly is_complete: boolean;
            /** Format: date-time */
            readonly last_synced_at: string;
            readonly locker: {
              readonly id: string;
              readonly name: string;
            } | null;
            /** Format: date-time */
            readonly modified_at: string;
            readonly observation: string | null;
            readonly operation_id: string | null;
            /** Format: date-time */
            readonly order_date: string;
            readonly payment_detail: string | null;
            /** @enum {string|null} */
            readonly payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
            /** @enum {string} */
            readonly payment_status: 'paid' | 'unpaid';
            readonly products: readonly components['schemas']['OrderLine'][];
            /** Format: date-time */
            readonly received_at: string;
            readonly revision: number;
            /**
             * Format: date-time
             * @description Deadline of the hand-over to the courier
             */
            readonly ship_by: string | null;
            readonly shipping_address: components['schemas']['PostalAddress'];
            readonly status: number;
            /** @enum {string} */
            readonly status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
            /** @enum {string} */
            readonly sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
            /** @description Gross: what the customer owes or has paid */
            readonly total_amount: string;
            /** @description 3 own fulfilment, 2 fulfilled by eMAG */
            readonly type: number;
            readonly vouchers: readonly {
              readonly amount: string;
              readonly amount_net: string;
              readonly amount_vat: string;
              readonly id: string;
              readonly name: string | null;
            }[];
            readonly work: {
              readonly acknowledge: components['schemas']['Wish'];
              readonly awb: components['schemas']['Wish'];
              readonly invoice: components['schemas']['Wish'];
              readonly status: components['schemas']['Wish'];
            };
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `status-not-allowed`, `status-change-in-progress`, `cancellation-reason-missing`, `storno-not-allowed`, `line-unknown`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      readonly 502: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagOrdersAll: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description Only orders that are, or are not, acknowledged */
        readonly acknowledged?: boolean;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Delivery mode */
        readonly delivery_mode?: readonly string[];
        /** @description Order date from; a day means a day in Europe/Bucharest */
        readonly from?: string;
        /** @description Only orders with, or without, an AWB */
        readonly has_awb?: boolean;
        /** @description Only orders with, or without, an invoice */
        readonly has_invoice?: boolean;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Payment method */
        readonly payment_method?: readonly string[];
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'order_date' | 'total_amount' | 'status' | 'customer_name' | 'id' | 'last_synced_at';
        /** @description Status, by number or name; may be repeated */
        readonly status?: readonly string[];
        /** @description Status, by number or name; may be repeated */
        readonly status_filter?: readonly string[];
        /** @description Order date to, inclusive; a day means a day in Europe/Bucharest */
        readonly to?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of orders */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly orders: readonly components['schemas']['OrderRow'][];
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagOrdersList: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description Only orders that are, or are not, acknowledged */
        readonly acknowledged?: boolean;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Delivery mode */
        readonly delivery_mode?: readonly string[];
        /** @description Order date from; a day means a day in Europe/Bucharest */
        readonly from?: string;
        /** @description Only orders with, or without, an AWB */
        readonly has_awb?: boolean;
        /** @description Only orders with, or without, an invoice */
        readonly has_invoice?: boolean;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Payment method */
        readonly payment_method?: readonly string[];
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'order_date' | 'total_amount' | 'status' | 'customer_name' | 'id' | 'last_synced_at';
        /** @description Status, by number or name; may be repeated */
        readonly status?: readonly string[];
        /** @description Status, by number or name; may be repeated */
        readonly status_filter?: readonly string[];
        /** @description Order date to, inclusive; a day means a day in Europe/Bucharest */
        readonly to?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of orders */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly orders: readonly components['schemas']['OrderRow'][];
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagOrdersStatisticsSummary: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description A day in Europe/Bucharest */
        readonly from?: string;
        /** @description A day in Europe/Bucharest */
        readonly to?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Figures of the period */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['OrderStatistics'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagOrdersSync: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['OrderSync'];
      };
    };
    readonly responses: {
      /** @description The sync is queued */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SyncAccepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-running`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible`, `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagPhase2AwbAwbNumber: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description AWB number */
        readonly awb_number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The AWB */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['TrackedAwb'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `awb-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagPhase2AwbAwbNumberLabel: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description A4 when absent */
        readonly format?: 'A4' | 'A5' | 'A6' | 'ZPL';
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description AWB number */
        readonly awb_number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description PDF, or ZPL text when asked for */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/pdf': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `awb-unknown`, `label-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      readonly 502: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagPhase2AwbOrderIdGenerate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['AwbRequest'];
      };
    };
    readonly responses: {
      /** @description The AWB */
      readonly 201: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            readonly awb_number: string | null;
            readonly barcodes: readonly string[];
            readonly cod: string | null;
            /** @description Why there is none */
            readonly code?: string | null;
            readonly courier_account_id: string | null;
            readonly courier_name: string | null;
            /** @description The marketplace’s ids of the parcels */
            readonly emag_ids: readonly string[];
            readonly envelopes: number | null;
            /** @description The number was entered by hand */
            readonly is_manual: boolean;
            /** Format: date-time */
            readonly issued_at: string | null;
            readonly marketplace_status: {
              readonly code: string;
              readonly description: string;
              readonly name: string;
            } | null;
            readonly operation_id: string | null;
            readonly order_id: string;
            readonly parcels: number | null;
            /** Format: date-time */
            readonly requested_at?: string | null;
            readonly reservation_id: string | null;
            /** @enum {string} */
            readonly status: 'requested' | 'generated' | 'refused' | 'in_doubt';
            readonly text?: string | null;
            readonly weight: string | null;
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-shippable`, `awb-exists`, `awb-in-progress`, `awb-in-doubt`, `awb-not-allowed`, `courier-not-allowed`, `force-needs-reason`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `courier-unknown`, `address-unknown`, `seller-incomplete`, `request-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      readonly 502: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagPhase2AwbOrderIdResolve: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['AwbResolution'];
      };
    };
    readonly responses: {
      /** @description The AWB as it is settled */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            readonly awb_number: string | null;
            readonly barcodes: readonly string[];
            readonly cod: string | null;
            /** @description Why there is none */
            readonly code?: string | null;
            readonly courier_account_id: string | null;
            readonly courier_name: string | null;
            /** @description The marketplace’s ids of the parcels */
            readonly emag_ids: readonly string[];
            readonly envelopes: number | null;
            /** @description The number was entered by hand */
            readonly is_manual: boolean;
            /** Format: date-time */
            readonly issued_at: string | null;
            readonly marketplace_status: {
              readonly code: string;
              readonly description: string;
              readonly name: string;
            } | null;
            readonly operation_id: string | null;
            readonly order_id: string;
            readonly parcels: number | null;
            /** Format: date-time */
            readonly requested_at?: string | null;
            readonly reservation_id: string | null;
            /** @enum {string} */
            readonly status: 'requested' | 'generated' | 'refused' | 'in_doubt';
            readonly text?: string | null;
            readonly weight: string | null;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `awb-not-in-doubt`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagPhase2AwbCouriers: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Courier accounts */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly count: number;
            readonly couriers: readonly components['schemas']['CourierAccount'][];
            /** @description Accounts that could not be asked */
            readonly unavailable: readonly {
              readonly account_type: string;
              readonly code: string;
              readonly detail: string;
            }[];
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      readonly 502: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-unavailable` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      readonly 504: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagPhase2InvoiceOrderIdData: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Seller, customer, lines and totals */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['InvoiceData'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `seller-incomplete` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postEmagPhase2InvoiceOrderIdGenerate: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        readonly order_id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: {
      readonly content: {
        readonly 'application/json': components['schemas']['InvoiceRequest'];
      };
    };
    readonly responses: {
      /** @description The invoice that there was already */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            /** Format: date-time */
            readonly attached_at: string | null;
            readonly attached_url: string | null;
            readonly currency: string;
            /** Format: date-time */
            readonly fetched_at: string | null;
            /** Format: date-time */
            readonly issued_at: string;
            /** @description Why it was not fetched */
            readonly marketplace_reason: string | null;
            /** @enum {string} */
            readonly marketplace_state: 'pending' | 'fetched' | 'not_fetched';
            /** @description The marketplace’s own words, when it refused the link */
            readonly marketplace_text: string | null;
            readonly number: string;
            readonly operation_id: string | null;
            readonly order_id: string;
            readonly pdf_url: string;
            readonly series: string;
            readonly sha256: string | null;
            readonly storno_number: string | null;
            readonly storno_of: string | null;
            readonly total_gross: string;
            readonly total_net: string;
            readonly total_vat: string;
            readonly vat_by_rate: readonly components['schemas']['VatTotal'][];
          };
        };
      };
      /** @description The invoice */
      readonly 201: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly account_type: string;
            /** Format: date-time */
            readonly attached_at: string | null;
            readonly attached_url: string | null;
            readonly currency: string;
            /** Format: date-time */
            readonly fetched_at: string | null;
            /** Format: date-time */
            readonly issued_at: string;
            /** @description Why it was not fetched */
            readonly marketplace_reason: string | null;
            /** @enum {string} */
            readonly marketplace_state: 'pending' | 'fetched' | 'not_fetched';
            /** @description The marketplace’s own words, when it refused the link */
            readonly marketplace_text: string | null;
            readonly number: string;
            readonly operation_id: string | null;
            readonly order_id: string;
            readonly pdf_url: string;
            readonly series: string;
            readonly sha256: string | null;
            readonly storno_number: string | null;
            readonly storno_of: string | null;
            readonly total_gross: string;
            readonly total_net: string;
            readonly total_vat: string;
            readonly vat_by_rate: readonly components['schemas']['VatTotal'][];
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-invoiceable`, `invoice-series-changed`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `seller-incomplete` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagSyncRuns: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description What was synced */
        readonly kind?: readonly string[];
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Column to sort by */
        readonly sort?: 'requested_at';
        /** @description State of the run */
        readonly status?: readonly string[];
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of runs */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['SyncRun'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getEmagSyncRunsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description Identifier */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The run */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SyncRun'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-run-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly deleteEmagSyncRunsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description Identifier */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The run was over already */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly operation_id: string | null;
            /** @enum {string} */
            readonly state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
            readonly sync_run_id: string;
          };
        };
      };
      /** @description The run stops at its next page */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly operation_id: string | null;
            /** @enum {string} */
            readonly state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
            readonly sync_run_id: string;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-run-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInvoices: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Issued from; a day means a day in Europe/Bucharest */
        readonly from?: string;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        readonly series?: string;
        /** @description Column to sort by */
        readonly sort?: 'issued_at' | 'number';
        /** @description Issued to, inclusive; a day means a day in Europe/Bucharest */
        readonly to?: string;
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of invoices */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Invoice'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInvoicesNumber: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description Full printed number */
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The invoice */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Invoice'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getInvoicesNumberPdf: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path: {
        /** @description Full printed number */
        readonly number: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The PDF */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/pdf': string;
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getJobs: {
    readonly parameters: {
      readonly query?: {
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'name' | 'next_run_at';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of jobs */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Job'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postJobsNameRun: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description Job name */
        readonly name: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The job is queued */
      readonly 202: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly name: string;
            readonly run_id: string;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `job-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getMarketplaceCalls: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        readonly order_id?: string;
        /** @description Page, from 1 */
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of calls */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['MarketplaceCall'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getNotifications: {
    readonly parameters: {
      readonly query?: {
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Only what this user has not read */
        readonly unread?: boolean;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of notifications */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Notification'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
            readonly unread_count: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postNotificationsIdRead: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description Identifier */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Read */
      readonly 204: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `notification-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postNotificationsReadAll: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description How many were unread */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly marked: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOperations: {
    readonly parameters: {
      readonly query?: {
        /** @description Key of an account; `both` or absent means all */
        readonly account_type?: string;
        /** @description `next_cursor` of the page before */
        readonly cursor?: string;
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Kind of operation */
        readonly kind?: readonly string[];
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        readonly order_id?: string;
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Column to sort by */
        readonly sort?: 'created_at';
        /** @description State */
        readonly state?: readonly string[];
      };
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of operations */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['Operation'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getOperationsId: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        readonly 'X-Min-Position'?: string;
      };
      readonly path: {
        /** @description Identifier */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The operation */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Operation'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      readonly 503: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getParkedEvents: {
    readonly parameters: {
      readonly query?: {
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Page, from 1 */
        readonly page?: number;
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of parked events */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['ParkedEvent'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postParkedEventsIdReplay: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path: {
        /** @description Identifier */
        readonly id: string;
      };
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description What became of it */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly error: string | null;
            /** @enum {string} */
            readonly outcome: 'applied' | 'failed' | 'pending';
            readonly remaining: number;
            readonly replayed: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `parked-event-unknown` */
      readonly 404: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSettings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description The settings */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Settings'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly patchSettings: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: {
        /** @description Repeats give the first answer for 24 hours */
        readonly 'Idempotency-Key'?: string;
        /** @description ETag of what you read */
        readonly 'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        readonly Prefer?: string;
      };
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['SettingsChange'];
      };
    };
    readonly responses: {
      /** @description The settings as they are now */
      readonly 200: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['Settings'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      readonly 412: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      readonly 422: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getSystemInfo: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description Facts of this installation */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['SystemInfo'];
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly getUsers: {
    readonly parameters: {
      readonly query?: {
        /** @description Rows on a page; 25 when absent */
        readonly items_per_page?: number;
        /** @description Direction of the sort */
        readonly order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        readonly page?: number;
        /** @description Search */
        readonly q?: string;
        /** @description Column to sort by */
        readonly sort?: 'username' | 'created_at';
      };
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody?: never;
    readonly responses: {
      /** @description A page of users */
      readonly 200: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': {
            readonly items: readonly components['schemas']['User'][];
            readonly items_per_page: number;
            readonly next_cursor: string | null;
            readonly page: number;
            readonly total: number;
            /** @enum {boolean} */
            readonly total_is_lower_bound?: true;
            readonly total_pages: number;
          };
        };
      };
      /** @description `validation-failed` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  readonly postUsers: {
    readonly parameters: {
      readonly query?: never;
      readonly header?: never;
      readonly path?: never;
      readonly cookie?: never;
    };
    readonly requestBody: {
      readonly content: {
        readonly 'application/json': components['schemas']['NewUser'];
      };
    };
    readonly responses: {
      /** @description The user */
      readonly 201: {
        headers: {
          /** @description Revision of the stream, quoted */
          readonly etag?: string;
          /** @description Position of the fact; opaque */
          readonly 'x-event-position'?: string;
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/json': components['schemas']['User'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      readonly 400: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      readonly 401: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      readonly 403: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-exists` */
      readonly 409: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      readonly 413: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      readonly 415: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      readonly 429: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      readonly 500: {
        headers: {
          readonly [name: string]: unknown;
        };
        content: {
          readonly 'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
