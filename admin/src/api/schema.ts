// Generated from docs/openapi.json by scripts/generate-openapi.mjs; a test holds them against each other.
export interface paths {
  '/accounts': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Marketplace accounts and their state */
    get: operations['getAccounts'];
    put?: never;
    /**
     * Add a marketplace account
     * @description Its orders and offers are read at once, unless jobs are off. The password is encrypted by the master key. With the first real account the sandbox of `MAGFLOW_SANDBOX=auto` is gone at the next start.
     */
    post: operations['postAccounts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts/{key}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One account, and where it comes from */
    get: operations['getAccountsKey'];
    put?: never;
    post?: never;
    /**
     * Remove an account of the panel
     * @description Nothing is asked of the marketplace for it any more. Its orders and their history stay.
     */
    delete: operations['deleteAccountsKey'];
    options?: never;
    head?: never;
    /**
     * Change an account of the panel
     * @description Other processes use it within two seconds, and the account is read at once. Test the connection afterwards.
     */
    patch: operations['patchAccountsKey'];
    trace?: never;
  };
  '/accounts/{key}/addresses': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Addresses of an account as the marketplace keeps them
     * @description Kept for an hour. They are changed in the seller’s interface of the marketplace.
     */
    get: operations['getAccountsKeyAddresses'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts/{key}/rotate-callback': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give an account another callback address
     * @description The old one is nothing from now on: enter the new one at the marketplace.
     */
    post: operations['postAccountsKeyRotateCallback'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/accounts/{key}/test-connection': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Ask the marketplace whether this account may call
     * @description Asked once. An account that was refused until now and may call again is read at once, unless jobs are off.
     */
    post: operations['postAccountsKeyTestConnection'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/audit': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sign-ins and administrative acts, newest first */
    get: operations['getAudit'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/login': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Sign in */
    post: operations['postAuthLogin'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/logout': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** End the session of a refresh token */
    post: operations['postAuthLogout'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/me': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Who is signed in */
    get: operations['getAuthMe'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Choose another password
     * @description Ends every session of the user; the access token in hand stays good until it expires.
     */
    post: operations['postAuthPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/auth/refresh-token': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Exchange a refresh token for new tokens
     * @description Each refresh token is good for one exchange. A second one ends every session of the same login.
     */
    post: operations['postAuthRefreshToken'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/awbs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** AWBs and the wishes for them */
    get: operations['getAwbs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A row a SKU with its offers, across accounts */
    get: operations['getCatalogue'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/catalogue/{sku}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One SKU with its offers */
    get: operations['getCatalogueSku'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/categories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Categories of the marketplace
     * @description Kept for a day. The first reading takes the marketplace’s time, up to a minute for all categories: it goes on when the wait (`Prefer: wait`, 10 s) ends with `categories-loading`.
     */
    get: operations['getCategories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/categories/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** A category with its characteristics and their values */
    get: operations['getCategoriesId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Customers by the marketplace's id, latest buyers first
     * @description With `account_type` the figures are of that account alone. Sorted by `spend` in the currency that most of their orders are in. `q` finds beginnings of names, the end of a phone number, mail addresses and ids.
     */
    get: operations['getCustomers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/customers/{customer_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One customer with their orders, newest first */
    get: operations['getCustomersCustomerId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dashboard': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * What needs somebody now, the month against the last, and how things stand
     * @description Days are those of Europe/Bucharest; amounts of different currencies stand beside each other. This month so far is compared with the same days of the month before.
     */
    get: operations['getDashboard'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dead-letters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Messages that a consumer could not handle, oldest first */
    get: operations['getDeadLetters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/dead-letters/{id}/redrive': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a dead letter back to its group
     * @description Once: it is handled like a new message, and is a dead letter again when it fails again.
     */
    post: operations['postDeadLettersIdRedrive'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/demonstration/leave': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Leave the demonstration data behind
     * @description Nothing is asked of the sandbox any more, and orders, offers, customers, invoices and sync runs of its accounts leave every list and figure. The demonstration’s seller is cleared, and a series of which it used numbers gives way to a fresh one. The events stay in the log, operations and the audit stay as they are. It does not come back.
     */
    post: operations['postDemonstrationLeave'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/enhanced/offers/all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Offers of all accounts, with prices and competition */
    get: operations['getEmagEnhancedOffersAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/enhanced/products/all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Products of all accounts */
    get: operations['getEmagEnhancedProductsAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/enhanced/products/sync-progress': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Syncs that run now */
    get: operations['getEmagEnhancedProductsSyncProgress'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/enhanced/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Connections, counts and runs of the accounts */
    get: operations['getEmagEnhancedStatus'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/enhanced/sync/all-products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read products and offers from the marketplace */
    post: operations['postEmagEnhancedSyncAllProducts'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/{order_id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One order, as it is or as it was */
    get: operations['getEmagOrdersOrderId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/{order_id}/acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Acknowledge a new order at the marketplace */
    post: operations['postEmagOrdersOrderIdAcknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/{order_id}/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Every event of an order */
    get: operations['getEmagOrdersOrderIdHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/{order_id}/invoice': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Attach a PDF that was made elsewhere
     * @description The marketplace fetches the PDF from the link and shows it to the customer; for orders of both fulfilment types. A link that the order shows already calls nothing.
     */
    post: operations['postEmagOrdersOrderIdInvoice'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/{order_id}/status': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    /** Move an order to another status at the marketplace */
    put: operations['putEmagOrdersOrderIdStatus'];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The same as /emag/orders/list */
    get: operations['getEmagOrdersAll'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/bulk-acknowledge': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Acknowledge many orders
     * @description Answers at once. An order that cannot be acknowledged is a failed item and never stops the others.
     */
    post: operations['postEmagOrdersBulkAcknowledge'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/list': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Orders, filtered, searched and sorted */
    get: operations['getEmagOrdersList'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/statistics/summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Numbers of orders and sales */
    get: operations['getEmagOrdersStatisticsSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/orders/sync': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Read orders from the marketplace */
    post: operations['postEmagOrdersSync'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/{awb_number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** An AWB, with what the marketplace says of it now */
    get: operations['getEmagPhase2AwbAwbNumber'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/{awb_number}/label': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The labels of all parcels of an AWB */
    get: operations['getEmagPhase2AwbAwbNumberLabel'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/{order_id}/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue an AWB at the marketplace
     * @description Sender, receiver, locker and cash on delivery are composed from the order and the settings.
     */
    post: operations['postEmagPhase2AwbOrderIdGenerate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/{order_id}/resolve': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Settle an AWB that is in doubt
     * @description Either the number that the marketplace shows, or that none exists and how you know.
     */
    post: operations['postEmagPhase2AwbOrderIdResolve'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/bulk-generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue AWBs for many orders
     * @description Answers at once. Within the marketplace’s limits; what people do meanwhile goes first.
     */
    post: operations['postEmagPhase2AwbBulkGenerate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/couriers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Courier accounts
     * @description Kept for an hour. Without `account_type` an account that cannot be asked is named, not fatal.
     */
    get: operations['getEmagPhase2AwbCouriers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/awb/labels': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The labels of many AWBs as one file
     * @description Each parcel of each AWB once, in the order asked for. One that is unknown is named, and none is sent.
     */
    get: operations['getEmagPhase2AwbLabels'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/bulk-search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Up to 100 EANs at once
     * @description Each number is asked for once, a hundred codes a call. What the quota leaves no call for is listed in `not_searched`; when nothing at all can be answered the problem is `ean-quota-exhausted`.
     */
    post: operations['postEmagPhase2EanBulkSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/decisions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Stored decisions of the matching, newest first */
    get: operations['getEmagPhase2EanDecisions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/match': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * What to do with a product of a known EAN
     * @description Ranks what the catalogue shows against what is known of the product and against our own offers. Nothing is attached; the decision is stored. Without `account_type` it is made for the first account that ships by itself, and `details.account_type` says for which.
     */
    post: operations['postEmagPhase2EanMatch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/quota': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What is left of the day’s look-ups by EAN */
    get: operations['getEmagPhase2EanQuota'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/search': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Products of the marketplace’s catalogue by EAN
     * @description Spends a call of the day’s look-ups, unless the same code was asked for within ten minutes. Without `account_type` every account is asked; one that cannot be is named in `unavailable`.
     */
    post: operations['postEmagPhase2EanSearch'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/ean/validate/{ean}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Whether a code is a GTIN
     * @description GTIN-8, GTIN-12 (UPC-A), GTIN-13 (EAN-13) and GTIN-14. Asks nobody; a code that is none is answered with 200.
     */
    get: operations['getEmagPhase2EanValidateEan'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/invoice/{order_id}/data': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What the invoice of an order says, or would say now */
    get: operations['getEmagPhase2InvoiceOrderIdData'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/invoice/{order_id}/generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue the invoice of an order and attach it at the marketplace
     * @description Asking again answers the same invoice.
     */
    post: operations['postEmagPhase2InvoiceOrderIdGenerate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/phase2/invoice/bulk-generate': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Issue the invoices of many orders
     * @description Answers at once. An order that has its invoice already brings that one.
     */
    post: operations['postEmagPhase2InvoiceBulkGenerate'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/sync-runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Sync runs, newest first */
    get: operations['getEmagSyncRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/emag/sync-runs/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One sync run */
    get: operations['getEmagSyncRunsId'];
    put?: never;
    post?: never;
    /**
     * Stop a sync run
     * @description What was read stays. A run that is over stays as it is.
     */
    delete: operations['deleteEmagSyncRunsId'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Issued invoices */
    get: operations['getInvoices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices/{number}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One invoice */
    get: operations['getInvoicesNumber'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices/{number}/pdf': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The PDF of an invoice, as it was issued */
    get: operations['getInvoicesNumberPdf'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/invoices/{number}/storno': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Take an issued invoice back, wholly or in part
     * @description Issues a storno in the series of the invoice and attaches it at the marketplace. Deposits go back with their pieces, vouchers in the proportion of the goods; without `lines` all that is left goes back. The storno is a document: what happens to the order itself, `PUT /emag/orders/{order_id}/status` says.
     */
    post: operations['postInvoicesNumberStorno'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Scheduled jobs and their last runs */
    get: operations['getJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/jobs/{name}/run': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Run a job now
     * @description In whichever process works. A job that is running, or about to, is not run beside itself.
     */
    post: operations['postJobsNameRun'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/jobs/{name}/runs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Runs of a job, newest first */
    get: operations['getJobsNameRuns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/marketplace-calls': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Calls to the marketplace of the last 30 days, newest first */
    get: operations['getMarketplaceCalls'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/needs-attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Work that waits for a person, most urgent first, with the next act on each
     * @description In doubt comes first, then what is late, then trouble of accounts, then what was refused. `counts` tells how much there is of each kind, whatever the list is filtered by. Parked events are shown to admins.
     */
    get: operations['getNeedsAttention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What happened that a person should know, newest first */
    get: operations['getNotifications'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/{id}/read': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark a notification as read */
    post: operations['postNotificationsIdRead'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/notifications/read-all': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Mark every notification as read */
    post: operations['postNotificationsReadAll'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/offers/{account}/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One offer, as `offers/all` lists it */
    get: operations['getOffersAccountId'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Set price, stock or status of an offer at the marketplace
     * @description The answer is the row as the marketplace shows it after the change: the offer is read again before the operation ends. `last_change` of the row says what was wished and what became of it.
     */
    patch: operations['patchOffersAccountId'];
    trace?: never;
  };
  '/operations': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Operations, newest first, without their results
     * @description Items of a bulk are left out unless `part_of` or `order_id` asks for them. `q` finds an order, AWB, invoice or operation by its number, in bulks as well.
     */
    get: operations['getOperations'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operations/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One operation with its result or error
     * @description The result of a bulk holds every item that has ended so far; `result=none` leaves it out.
     */
    get: operations['getOperationsId'];
    put?: never;
    post?: never;
    /**
     * Stop a bulk operation
     * @description Orders that are under way come to their end, the others stay as they are; `retry-failed` takes them up again.
     */
    delete: operations['deleteOperationsId'];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/operations/{id}/retry-failed': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Do again what failed, or was not done, of a bulk operation
     * @description A new operation with only those orders. Of an operation that was retried before, what still failed of its last retry. What is in doubt is left alone.
     */
    post: operations['postOperationsIdRetryFailed'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parked-events': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Events that a read model could not apply */
    get: operations['getParkedEvents'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/parked-events/{id}/replay': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /** Apply a parked event and what waits behind it */
    post: operations['postParkedEventsIdReplay'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pictures/{token}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Picture of a product, as the marketplace shows it
     * @description Answers carry the path as `picture_url`; it cannot be made by hand. Fetched from the host that the marketplace names, so that whoever looks at it asks no foreign host. Asks for no token, since pages that show pictures cannot send one.
     */
    get: operations['getPicturesToken'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** The reports that there are */
    get: operations['getReports'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * A report that there is not
     * @description Every other name than those above.
     */
    get: operations['getReportsName'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/customers': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Customers, those who spent most first */
    get: operations['getReportsCustomers'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/needs-attention': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Work that waits for a person, most urgent first */
    get: operations['getReportsNeedsAttention'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/order-summary': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** All orders of a period by account, status and currency */
    get: operations['getReportsOrderSummary'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** What came back, per currency */
    get: operations['getReportsReturns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/sales': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Sales per currency by day, week, month, account, category or product
     * @description Orders that were neither cancelled nor returned, by the day of the order in Europe/Bucharest. By category and product only lines count, without shipping, deposits and vouchers; the category is that of the account's offer of the same SKU now, otherwise `unknown`.
     */
    get: operations['getReportsSales'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/reports/top-products': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Products by sales, per currency */
    get: operations['getReportsTopProducts'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/returns': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests of customers to return products, newest first
     * @description Read from the marketplace after the order syncs, at most every few minutes.
     */
    get: operations['getReturns'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/settings': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Seller, invoice series and automation */
    get: operations['getSettings'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    /**
     * Change settings
     * @description `If-Match` with the `ETag` of what you read: 412 when somebody else saved since.
     */
    patch: operations['patchSettings'];
    trace?: never;
  };
  '/system/info': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Version, engines, read models and whether this is demonstration data */
    get: operations['getSystemInfo'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/unreadable-rows': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Orders, offers and the like that the marketplace sent and nobody could understand
     * @description A sync counts them as failed and goes on. Kept for 30 days after they were last seen.
     */
    get: operations['getUnreadableRows'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** Users */
    get: operations['getUsers'];
    put?: never;
    /**
     * Create a user
     * @description Without a password the answer holds a one-time password, shown this once, which must be changed first.
     */
    post: operations['postUsers'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/users/{id}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /** One user */
    get: operations['getUsersId'];
    put?: never;
    post?: never;
    /**
     * Disable a user
     * @description The name stays taken and the history stays readable; `PATCH` with `is_active: true` lets the user in again.
     */
    delete: operations['deleteUsersId'];
    options?: never;
    head?: never;
    /**
     * Change roles, disable or enable a user
     * @description Ends the user's sessions. The last active admin keeps the role.
     */
    patch: operations['patchUsersId'];
    trace?: never;
  };
  '/users/{id}/reset-password': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Give a user a one-time password
     * @description Ends the sessions of the user and lifts a lock. The password is shown this once.
     */
    post: operations['postUsersIdResetPassword'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    Accepted: {
      operation_id: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    Account: {
      base_url: string;
      /** @description Holds a secret: null unless an admin asks */
      callback_url: string | null;
      /** @enum {string} */
      fulfilment: 'own' | 'fbe';
      key: string;
      last_test: components['schemas']['ConnectionTest'] | null;
      platform: string;
      /** @description `ok`, `unknown`, or what is wrong */
      state: string;
    };
    AccountAddress: {
      address_id: string;
      city: string;
      country: string;
      county: string;
      /** @description From the default pickup address an AWB is sent unless it names another */
      is_default: boolean;
      /** @enum {string} */
      kind: 'return' | 'pickup' | 'invoice' | 'delivery_estimates' | 'other';
      postcode: string;
      street: string;
    };
    /** @description What is absent stays */
    AccountChange: {
      /**
       * Format: uri
       * @description Absent: the platform's; ends in /api-3, HTTPS unless on loopback
       */
      base_url?: string;
      /** @enum {string} */
      fulfilment?: 'own' | 'fbe';
      password?: string;
      /** @enum {string} */
      platform?: 'emag-ro' | 'emag-bg' | 'emag-hu' | 'fd-ro' | 'fd-bg';
      username?: string;
    };
    /** @description May be left out when only one account has the order */
    AccountChoice: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
    };
    AccountDetails: {
      base_url: string;
      /** @description Holds a secret: null unless an admin asks */
      callback_url: string | null;
      /** @enum {string} */
      fulfilment: 'own' | 'fbe';
      key: string;
      last_test: components['schemas']['ConnectionTest'] | null;
      platform: string;
      /**
       * @description Only accounts of the panel can be edited
       * @enum {string}
       */
      source: 'environment' | 'panel' | 'sandbox';
      /** @description `ok`, `unknown`, or what is wrong */
      state: string;
      username: string;
    };
    AttentionItem: {
      account_type: string | null;
      code: string | null;
      /**
       * Format: date-time
       * @description When the parcel must be with the courier
       */
      deadline: string | null;
      /** @description The marketplace's own words where there are any */
      detail: string | null;
      id: string;
      /** @enum {string} */
      kind:
        | 'awb_in_doubt'
        | 'late'
        | 'awb_refused'
        | 'acknowledge_refused'
        | 'status_refused'
        | 'invoice_refused'
        | 'invoice_not_fetched'
        | 'unacknowledged'
        | 'offer_refused'
        | 'offer_conflict'
        | 'account_trouble'
        | 'parked_event';
      /** @description Page of the panel */
      link: string;
      /** @enum {string} */
      next_action:
        | 'resolve_awb'
        | 'ship'
        | 'generate_awb'
        | 'acknowledge'
        | 'change_status'
        | 'attach_invoice'
        | 'edit_offer'
        | 'test_connection'
        | 'replay_parked_event';
      /** Format: date-time */
      order_date: string | null;
      order_id: string | null;
      /** @enum {string} */
      severity: 'critical' | 'warning' | 'info';
      /** Format: date-time */
      since: string;
    };
    AuditEntry: {
      actor: {
        id: string;
        /** @enum {string} */
        kind: 'user' | 'job' | 'marketplace' | 'system';
      };
      /** Format: date-time */
      at: string;
      correlation_id: string;
      details: {
        [key: string]: unknown;
      };
      id: string;
      ip: string | null;
      /** @description What was done: `signed_in`, `user_created`, `settings_changed`, … */
      kind: string;
      object: {
        id: string;
        type: string;
      };
      position: string;
      /** Format: date-time */
      recorded_at: string;
      user_agent: string | null;
    };
    Awb: {
      account_type: string;
      awb_number: string | null;
      barcodes: string[];
      cod: string | null;
      /** @description Why there is none */
      code?: string | null;
      courier_account_id: string | null;
      courier_name: string | null;
      /** @description Of the order, and so of `cod` */
      currency: string | null;
      /**
       * @description Where the parcel is, as far as the marketplace told; null while there is no AWB
       * @enum {string|null}
       */
      delivery_state: 'issued' | 'in_transit' | 'delivered' | 'returned' | null;
      /** @description The marketplace’s ids of the parcels */
      emag_ids: string[];
      envelopes: number | null;
      /** @description The number was entered by hand */
      is_manual: boolean;
      /** Format: date-time */
      issued_at: string | null;
      marketplace_status: {
        code: string;
        description: string;
        name: string;
      } | null;
      operation_id: string | null;
      order_id: string;
      parcels: number | null;
      /** Format: date-time */
      requested_at?: string | null;
      reservation_id: string | null;
      /** @enum {string} */
      status: 'requested' | 'generated' | 'refused' | 'in_doubt';
      text?: string | null;
      weight: string | null;
    };
    AwbRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /**
       * @description Cash on delivery, gross; computed from the order when absent
       * @example 120.50
       */
      cod?: string;
      /** @description Identifier as a string; integers are accepted */
      courier_account_id?: string | number;
      dropoff_locker?: boolean;
      /** @description 0 when absent */
      envelopes?: number;
      /** @description A further AWB for an order that has one; needs `reason` */
      force?: boolean;
      /**
       * @description Decimal amount, gross, in the currency of the order
       * @example 120.50
       */
      insured_value?: string;
      is_oversize?: boolean;
      observation?: string;
      /** @description 1 when absent */
      parcels?: number;
      pickup_and_return?: boolean;
      reason?: string;
      sameday_delivery?: boolean;
      saturday_delivery?: boolean;
      sender_address_id?: string;
      unboxing?: boolean;
      /**
       * @description Kilograms; 1 when absent
       * @example 1.5
       */
      weight?: string;
    };
    AwbResolution:
      | {
          /**
           * @description Key of an account; `both` or absent means all
           * @example main
           */
          account_type?: string;
          awb_number: string;
        }
      | {
          /**
           * @description Key of an account; `both` or absent means all
           * @example main
           */
          account_type?: string;
          /** @enum {boolean} */
          none_exists: true;
          reason: string;
        };
    BulkAwbs: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /** @description For every order that names none itself */
      courier_account_id?: string | number;
      /** @description Orders, 1 to 1,000, each as a single AWB is asked for; the first mention of an order counts */
      orders: {
        /**
         * @description Key of an account; `both` or absent means all
         * @example main
         */
        account_type?: string;
        /**
         * @description Cash on delivery, gross; computed from the order when absent
         * @example 120.50
         */
        cod?: string;
        /** @description Identifier as a string; integers are accepted */
        courier_account_id?: string | number;
        dropoff_locker?: boolean;
        /** @description 0 when absent */
        envelopes?: number;
        /** @description A further AWB for an order that has one; needs `reason` */
        force?: boolean;
        /**
         * @description Decimal amount, gross, in the currency of the order
         * @example 120.50
         */
        insured_value?: string;
        is_oversize?: boolean;
        observation?: string;
        order_id: string | number;
        /** @description 1 when absent */
        parcels?: number;
        pickup_and_return?: boolean;
        reason?: string;
        sameday_delivery?: boolean;
        saturday_delivery?: boolean;
        sender_address_id?: string;
        unboxing?: boolean;
        /**
         * @description Kilograms; 1 when absent
         * @example 1.5
         */
        weight?: string;
      }[];
    };
    BulkOrders: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /** @description Orders, 1 to 1,000; one that is named twice is done once */
      order_ids: (string | number)[];
    };
    CatalogueProduct: {
      account_type: string;
      allowed_to_add_offer: boolean;
      brand_name: string | null;
      category_name: string | null;
      doc_category_id: string | null;
      ean: string;
      hotness: string | null;
      part_number_key: string;
      /**
       * Format: uri-reference
       * @description Path of the picture on this server; null when there is none
       */
      picture_url: string | null;
      /** @description Where the marketplace keeps the picture */
      product_image: string | null;
      product_name: string;
      site_url: string | null;
      vendor_has_offer: boolean;
    };
    CatalogueRow: {
      accounts: string[];
      available_stock_total: number;
      brand: string | null;
      buy_box_lost: boolean;
      category_id: string | null;
      category_name: string | null;
      currency: string;
      eans: string[];
      /** @description Where the marketplace keeps the picture */
      image_url: string | null;
      in_stock: boolean;
      is_active: boolean;
      /** Format: date-time */
      last_synced_at: string;
      name: string;
      offer_count: number;
      offers: components['schemas']['Offer'][];
      part_number_key: string | null;
      /**
       * Format: uri-reference
       * @description Path of the picture on this server; null when there is none
       */
      picture_url: string | null;
      /** @description Gross, two decimals */
      price_gross_max: string | null;
      /** @description Gross, two decimals */
      price_gross_min: string | null;
      /** @description Net, four decimals */
      price_net_max: string | null;
      /** @description Net, four decimals */
      price_net_min: string | null;
      /** @description A range a currency; the first stands in the row itself */
      prices: {
        currency: string;
        offers: number;
        /** @description Gross, two decimals */
        price_gross_max: string | null;
        /** @description Gross, two decimals */
        price_gross_min: string | null;
        /** @description Net, four decimals */
        price_net_max: string | null;
        /** @description Net, four decimals */
        price_net_min: string | null;
      }[];
      sku: string | null;
      /** @description 1 when any offer is active */
      status: number;
      /** @enum {string} */
      status_name: 'inactive' | 'active' | 'end_of_life';
      stock_total: number;
      /**
       * @description pending: a change is under way; refused: the last one was; conflict: a person is to decide
       * @enum {string}
       */
      sync_status: 'synced' | 'pending' | 'refused' | 'conflict';
      url: string | null;
      /** @description The marketplace’s number and words */
      validation_status: {
        text: string;
        value: number;
      } | null;
      /** @description Numbers of all offers */
      validation_statuses: number[];
    };
    Category: {
      account_type: string;
      id: string;
      is_allowed: boolean;
      is_ean_mandatory: boolean;
      is_warranty_mandatory: boolean;
      name: string;
      parent_id: string | null;
    };
    CategoryDetails: {
      account_type: string;
      characteristics: {
        allows_new_values: boolean;
        display_order: number | null;
        id: string;
        is_filter: boolean;
        is_mandatory: boolean;
        name: string;
        tags: string[];
        /** @description The marketplace’s number of the kind of value */
        type: number | null;
        /** @description The first 256 */
        values: string[];
      }[];
      family_types: {
        characteristic_ids: string[];
        id: string;
        name: string;
      }[];
      id: string;
      is_allowed: boolean;
      is_ean_mandatory: boolean;
      is_warranty_mandatory: boolean;
      name: string;
      parent_id: string | null;
    };
    ComparedAmount: {
      before: string | null;
      change: number | null;
      now: string | null;
    };
    /** @description `change` is a fraction of the figure before; null when that was zero */
    ComparedCount: {
      before: number;
      change: number | null;
      now: number;
    };
    ConnectionTest: {
      /** @description What a person can do about it */
      advice: string | null;
      /** Format: date-time */
      checked_at: string | null;
      code: string;
      /** @description The marketplace's own words */
      detail: string;
      ok: boolean;
    };
    CourierAccount: {
      account_display_name: string;
      account_id: string;
      account_type: string;
      courier_account_properties: number[];
      courier_account_type: number;
      courier_name: string;
      created_at: string | null;
      is_active: boolean;
      pickup_country: string | null;
      /** @description 1 active, 0 inactive */
      status: number;
    };
    CreatedUser: {
      /** Format: date-time */
      created_at: string;
      id: string;
      is_active: boolean;
      must_change_password: boolean;
      /** @description Shown this once; must be changed at the first sign-in */
      one_time_password?: string;
      roles: ('admin' | 'operator' | 'auditor')[];
      username: string;
    };
    Customer: {
      /** @description Accounts that they bought from */
      accounts: string[];
      canceled: number;
      city: string | null;
      company: string | null;
      country: string | null;
      county: string | null;
      email: string | null;
      /** Format: date-time */
      first_order_at: string;
      /** @description The marketplace's id of the customer */
      id: string;
      /** Format: date-time */
      last_order_at: string;
      last_order_id: string;
      name: string;
      /** @description All their orders, whatever became of them */
      orders: number;
      phone: string | null;
      /** @description Orders that came back */
      returns: number;
      /** @description Gross, of orders neither cancelled nor returned; currencies are never added */
      spend: {
        amount: string;
        currency: string;
        orders: number;
      }[];
      /**
       * @description By orders that stand: vip from 10, loyal from 5, returning from 2, new 1, none 0
       * @enum {string}
       */
      tier: 'vip' | 'loyal' | 'returning' | 'new' | 'none';
    };
    Dashboard: {
      account_type: string | null;
      accounts: {
        account_type: string;
        /** Format: date-time */
        checked_at: string | null;
        code: string;
        detail: string;
        /** Format: date-time */
        last_sync_at: string | null;
        ok: boolean;
      }[];
      by_status: {
        orders: number;
        status: number;
        /** @enum {string} */
        status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      }[];
      /** @description Customers with an order that stands */
      customers: {
        before: number;
        change: number | null;
        now: number;
      };
      /** @description Both compared months by day */
      days: {
        average_order: string | null;
        canceled: number;
        currency: string;
        /** Format: date */
        day: string;
        orders: number;
        returned: number;
        sales_gross: string;
        sales_net: string;
        units: number;
      }[];
      /** Format: date-time */
      generated_at: string;
      /** @description The same days of the month before */
      last_month: {
        /** Format: date */
        from: string;
        /** Format: date */
        to: string;
      };
      /** @description Six months, oldest first */
      months: {
        average_order: string | null;
        canceled: number;
        currency: string;
        month: string;
        orders: number;
        returned: number;
        sales_gross: string;
        sales_net: string;
        units: number;
      }[];
      /** @description What needs somebody now, each a door to its list */
      needs: {
        count: number;
        /** @enum {boolean} */
        count_is_lower_bound?: true;
        /** @description The same as parameters of the list behind the page */
        filter: {
          [key: string]: unknown;
        };
        kind: string;
        /** @description Page of the panel */
        link: string;
        /** @enum {string} */
        severity: 'critical' | 'warning' | 'info';
      }[];
      orders: components['schemas']['ComparedCount'];
      /** @description Active offers */
      products: {
        before: number | null;
        change: number | null;
        now: number;
      };
      returns: components['schemas']['ComparedCount'];
      sales: {
        average_order: components['schemas']['ComparedAmount'];
        canceled: components['schemas']['ComparedCount'];
        currency: string;
        orders: components['schemas']['ComparedCount'];
        returns: components['schemas']['ComparedCount'];
        sales_gross: components['schemas']['ComparedAmount'];
        sales_net: components['schemas']['ComparedAmount'];
        units: components['schemas']['ComparedCount'];
      }[];
      /** @description Net price times stock of all offers, as they stand now and at the end of `last_month.to` */
      stock_value: {
        before: string | null;
        change: number | null;
        currency: string;
        now: string | null;
      }[];
      system: {
        checks: {
          [key: string]: {
            detail: string;
            status: string;
          };
        };
        parked_events: number | null;
        /** @description Of the slowest; null when the log is away */
        projection_lag_events: number | null;
        /** @enum {string} */
        status: 'ok' | 'warning' | 'failing';
      };
      this_month: {
        /** Format: date */
        from: string;
        /** Format: date */
        to: string;
      };
      top_products: {
        currency: string;
        name: string;
        orders: number;
        quantity: number;
        sales_gross: string;
        sku: string;
      }[];
    };
    DeadLetter: {
      attempts: number;
      cause: string;
      /** Format: date-time */
      failed_at: string;
      group: string;
      id: string;
      message: {
        /** @description As published: nothing of a person */
        data: {
          [key: string]: unknown;
        };
        id: string;
        position: string;
        revision: string;
        stream: string;
        subject: string;
        time: string;
        type: string;
      };
      topic: string;
    };
    DemonstrationLeft: {
      /** @description Whose demonstration data was left */
      accounts: string[];
      /** @description False: the lists are still being made anew, and show the demonstration until then */
      lists_renewed: boolean;
      settings: components['schemas']['Settings'];
    };
    DocumentAttachment: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /** @description Title that the customer sees; `Factura` when absent */
      invoice_name?: string;
      /**
       * Format: uri
       * @description Public link to the PDF
       * @example https://shop.example/i/1.pdf
       */
      invoice_url: string;
    };
    EanBulkSearch: {
      invalid: {
        ean: string;
        /** @enum {string} */
        error: 'ean-empty' | 'ean-not-digits' | 'ean-length' | 'ean-check-digit';
      }[];
      not_found: string[];
      /** @description The quota or the marketplace gave out before them */
      not_searched: string[];
      quota: components['schemas']['EanQuota'];
      quotas: components['schemas']['EanQuota'][];
      /** @description One for each code that the catalogue knows */
      results: {
        count: number;
        ean: string;
        gtin14: string;
        products: components['schemas']['CatalogueProduct'][];
      }[];
      total: number;
      unavailable: {
        account_type: string;
        code: string;
        detail: string;
      }[];
    };
    EanBulkSearchRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      eans: string[];
    };
    EanDecision: {
      account_type: string;
      /** @enum {string} */
      action: 'update_existing_offer' | 'create_new_offer' | 'contact_emag_support' | 'submit_new_product_to_emag';
      /** @description The code has several products */
      ambiguous: boolean;
      /** @description Best first */
      candidates: {
        allowed_to_add_offer: boolean;
        brand_name: string | null;
        category_name: string | null;
        doc_category_id: string | null;
        ean: string;
        hotness: string | null;
        part_number_key: string;
        /**
         * Format: uri-reference
         * @description Path of the picture on this server; null when there is none
         */
        picture_url: string | null;
        /** @description Where the marketplace keeps the picture */
        product_image: string | null;
        product_name: string;
        reasons: (
          | 'ean-equal'
          | 'our-offer'
          | 'part-number-key-equal'
          | 'part-number-key-differs'
          | 'brand-equal'
          | 'brand-differs'
          | 'name-similar'
          | 'name-differs'
          | 'category-equal'
          | 'category-differs'
          | 'offer-not-allowed'
        )[];
        /** @description 50: only the code speaks for it */
        score: number;
        site_url: string | null;
        vendor_has_offer: boolean;
      }[];
      /** Format: date-time */
      decided_at: string;
      decided_by: {
        id: string;
        kind: string;
      };
      ean: string;
      /** @description The best candidate */
      emag_product: {
        allowed_to_add_offer: boolean;
        brand_name: string | null;
        category_name: string | null;
        doc_category_id: string | null;
        ean: string;
        hotness: string | null;
        part_number_key: string;
        /**
         * Format: uri-reference
         * @description Path of the picture on this server; null when there is none
         */
        picture_url: string | null;
        /** @description Where the marketplace keeps the picture */
        product_image: string | null;
        product_name: string;
        reasons: (
          | 'ean-equal'
          | 'our-offer'
          | 'part-number-key-equal'
          | 'part-number-key-differs'
          | 'brand-equal'
          | 'brand-differs'
          | 'name-similar'
          | 'name-differs'
          | 'category-equal'
          | 'category-differs'
          | 'offer-not-allowed'
        )[];
        /** @description 50: only the code speaks for it */
        score: number;
        site_url: string | null;
        vendor_has_offer: boolean;
      } | null;
      gtin14: string;
      /** Format: uuid */
      id: string;
      local_product: {
        account_type: string;
        eans: string[];
        id: string;
        is_active: boolean;
        matched_by: ('part_number_key' | 'ean' | 'sku')[];
        name: string;
        offer_id: string;
        part_number_key: string | null;
        sku: string | null;
      } | null;
      match_found: boolean;
      needs_confirmation: boolean;
      product_data: {
        brand: string | null;
        category: string | null;
        category_id: string | null;
        name: string | null;
        part_number: string | null;
        part_number_key: string | null;
        sku: string | null;
      };
      /** @enum {string} */
      recommendation: 'already_have_offer' | 'can_add_offer' | 'cannot_add_offer' | 'create_new_product';
      /** @description What a person does next, in order */
      steps: (
        | 'confirm-product'
        | 'update-offer'
        | 'activate-offer'
        | 'set-price-and-stock'
        | 'attach-to-product'
        | 'ask-for-category-access'
        | 'contact-support'
        | 'use-suppliers-code'
        | 'choose-other-sku'
        | 'choose-category'
        | 'fill-characteristics'
        | 'submit-product'
        | 'await-validation'
      )[];
      warnings: ('in-store-code' | 'sku-in-use' | 'inactive-offer')[];
    };
    EanMatch: {
      /** @enum {string} */
      action: 'update_existing_offer' | 'create_new_offer' | 'contact_emag_support' | 'submit_new_product_to_emag';
      details: {
        account_type: string;
        /** @description The code has several products */
        ambiguous: boolean;
        /** @description Best first */
        candidates: {
          allowed_to_add_offer: boolean;
          brand_name: string | null;
          category_name: string | null;
          doc_category_id: string | null;
          ean: string;
          hotness: string | null;
          part_number_key: string;
          /**
           * Format: uri-reference
           * @description Path of the picture on this server; null when there is none
           */
          picture_url: string | null;
          /** @description Where the marketplace keeps the picture */
          product_image: string | null;
          product_name: string;
          reasons: (
            | 'ean-equal'
            | 'our-offer'
            | 'part-number-key-equal'
            | 'part-number-key-differs'
            | 'brand-equal'
            | 'brand-differs'
            | 'name-similar'
            | 'name-differs'
            | 'category-equal'
            | 'category-differs'
            | 'offer-not-allowed'
          )[];
          /** @description 50: only the code speaks for it */
          score: number;
          site_url: string | null;
          vendor_has_offer: boolean;
        }[];
        /** Format: date-time */
        decided_at: string;
        /** Format: uuid */
        decision_id: string;
        ean: string;
        gtin14: string;
        needs_confirmation: boolean;
        /** @description Offers of other accounts on the same product */
        other_offers: {
          account_type: string;
          eans: string[];
          id: string;
          is_active: boolean;
          matched_by: ('part_number_key' | 'ean' | 'sku')[];
          name: string;
          offer_id: string;
          part_number_key: string | null;
          sku: string | null;
        }[];
        quota: components['schemas']['EanQuota'];
        /** @description What a person does next, in order */
        steps: (
          | 'confirm-product'
          | 'update-offer'
          | 'activate-offer'
          | 'set-price-and-stock'
          | 'attach-to-product'
          | 'ask-for-category-access'
          | 'contact-support'
          | 'use-suppliers-code'
          | 'choose-other-sku'
          | 'choose-category'
          | 'fill-characteristics'
          | 'submit-product'
          | 'await-validation'
        )[];
        warnings: ('in-store-code' | 'sku-in-use' | 'inactive-offer')[];
      };
      /** @description The best candidate */
      emag_product: {
        allowed_to_add_offer: boolean;
        brand_name: string | null;
        category_name: string | null;
        doc_category_id: string | null;
        ean: string;
        hotness: string | null;
        part_number_key: string;
        /**
         * Format: uri-reference
         * @description Path of the picture on this server; null when there is none
         */
        picture_url: string | null;
        /** @description Where the marketplace keeps the picture */
        product_image: string | null;
        product_name: string;
        reasons: (
          | 'ean-equal'
          | 'our-offer'
          | 'part-number-key-equal'
          | 'part-number-key-differs'
          | 'brand-equal'
          | 'brand-differs'
          | 'name-similar'
          | 'name-differs'
          | 'category-equal'
          | 'category-differs'
          | 'offer-not-allowed'
        )[];
        /** @description 50: only the code speaks for it */
        score: number;
        site_url: string | null;
        vendor_has_offer: boolean;
      } | null;
      local_product: {
        account_type: string;
        eans: string[];
        id: string;
        is_active: boolean;
        matched_by: ('part_number_key' | 'ean' | 'sku')[];
        name: string;
        offer_id: string;
        part_number_key: string | null;
        sku: string | null;
      } | null;
      match_found: boolean;
      /** @enum {string} */
      recommendation: 'already_have_offer' | 'can_add_offer' | 'cannot_add_offer' | 'create_new_product';
    };
    EanMatchRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /**
       * @description GTIN-8, 12, 13 or 14
       * @example 5941234567899
       */
      ean: string;
      /** @description What is known of the product; the more, the better several hits can be told apart */
      product_data?: {
        brand?: string;
        category?: string;
        /** @description Identifier as a string; integers are accepted */
        category_id?: string | number;
        name?: string;
        /** @description The manufacturer’s */
        part_number?: string;
        /** @description The marketplace’s */
        part_number_key?: string;
        sku?: string;
      };
    };
    EanQuota: {
      account_type: string;
      /** @description Calls that may be made at once */
      available_now: number | null;
      /** @description Calls a day that the marketplace allows; null: no such limit */
      limit: number | null;
      /** Format: date-time */
      next_at: string | null;
      /** @description Calls that fit into the next 24 hours */
      remaining: number | null;
      /**
       * Format: date-time
       * @description When all of it is available again; null: now
       */
      resets_at: string | null;
    };
    EanSearch: {
      count: number;
      ean: string;
      gtin14: string;
      products: components['schemas']['CatalogueProduct'][];
      quota: components['schemas']['EanQuota'];
      quotas: components['schemas']['EanQuota'][];
      unavailable: {
        account_type: string;
        code: string;
        detail: string;
      }[];
    };
    EanSearchRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /**
       * @description GTIN-8, 12, 13 or 14
       * @example 5941234567899
       */
      ean: string;
    };
    EanValidation: {
      ean: string;
      /** @enum {string|null} */
      error: 'ean-empty' | 'ean-not-digits' | 'ean-length' | 'ean-check-digit' | null;
      /** @enum {string|null} */
      format: 'GTIN-8' | 'GTIN-12' | 'GTIN-13' | 'GTIN-14' | null;
      /** @description Padded to 14 digits: equal codes are equal here */
      gtin14: string | null;
      valid: boolean;
    };
    Invoice: {
      account_type: string;
      /** Format: date-time */
      attached_at: string | null;
      attached_url: string | null;
      currency: string;
      /** Format: date-time */
      fetched_at: string | null;
      /** Format: date-time */
      issued_at: string;
      /** @description Why it was not fetched */
      marketplace_reason: string | null;
      /** @enum {string} */
      marketplace_state: 'pending' | 'fetched' | 'not_fetched';
      /** @description The marketplace’s own words, when it refused the link */
      marketplace_text: string | null;
      number: string;
      operation_id: string | null;
      order_id: string;
      pdf_url: string;
      series: string;
      sha256: string | null;
      /** @description On an invoice: its latest storno */
      storno_number: string | null;
      /** @description On a storno: the invoice that it takes back */
      storno_of: string | null;
      /**
       * @description How much of the invoice was taken back
       * @enum {string}
       */
      storno_state: 'none' | 'partial' | 'full';
      total_gross: string;
      total_net: string;
      total_vat: string;
      vat_by_rate: components['schemas']['VatTotal'][];
    };
    InvoiceData: {
      invoice_data: {
        currency: string;
        customer: {
          address: string;
          city: string;
          country: string;
          county: string;
          fiscal_code: string;
          is_company: boolean;
          name: string;
          postcode: string;
          registration_number: string;
        };
        /** Format: date-time */
        issued_at: string | null;
        lines: {
          description: string;
          gross: string;
          /** @enum {string} */
          kind: 'product' | 'deposit' | 'shipping' | 'voucher';
          net: string;
          quantity: number;
          sku: string | null;
          unit: string;
          /** @description Net, four decimals */
          unit_price_net: string;
          vat: string;
          /** @description Fraction, `0.21` */
          vat_rate: string;
        }[];
        number: string | null;
        /** @enum {string|null} */
        payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
        seller: components['schemas']['Seller'];
        series: string;
        total_gross: string;
        total_net: string;
        total_vat: string;
        vat_by_rate: components['schemas']['VatTotal'][];
      };
    };
    InvoiceRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /**
       * Format: uri
       * @description Link to give to the marketplace in place of ours; the invoice stays ours
       * @example https://shop.example/i/1.pdf
       */
      invoice_url?: string;
    };
    Job: {
      enabled: boolean;
      every_seconds: number;
      last_run: components['schemas']['JobRun'] | null;
      name: string;
      /** Format: date-time */
      next_run_at: string | null;
    };
    JobRun: {
      error: string | null;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      name?: string;
      result?: unknown;
      /** Format: date-time */
      started_at: string;
      /** @enum {string} */
      state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'skipped';
      trigger: string;
    };
    ListedLine: {
      /** @description The marketplace’s line id */
      id: string;
      /** @description False: the line was cancelled and counts nothing */
      is_active: boolean;
      name: string;
      part_number_key: string | null;
      quantity: number;
      sku: string | null;
    };
    Login: {
      password: string;
      username: string;
    };
    MarketplaceCall: {
      account_type: string;
      /** @description The errand that the call belongs to */
      correlation_id: string;
      duration_ms: number;
      http_status: number | null;
      id: string;
      order_id: string | null;
      outcome: string;
      route: string;
      /** Format: date-time */
      started_at: string;
    } & {
      [key: string]: unknown;
    };
    Me: {
      /** Format: date-time */
      expires_at: string;
      id: string;
      roles: ('admin' | 'operator' | 'auditor')[];
      username: string;
    };
    NewAccount: {
      /**
       * Format: uri
       * @description Absent: the platform's; ends in /api-3, HTTPS unless on loopback
       */
      base_url?: string;
      /**
       * @default own
       * @enum {string}
       */
      fulfilment: 'own' | 'fbe';
      /** @example shop */
      key: string;
      password: string;
      /**
       * @default emag-ro
       * @enum {string}
       */
      platform: 'emag-ro' | 'emag-bg' | 'emag-hu' | 'fd-ro' | 'fd-bg';
      username: string;
    };
    NewUser: {
      /** @description Absent: a one-time password is made */
      password?: string;
      roles: ('admin' | 'operator' | 'auditor')[];
      username: string;
    };
    Notification: {
      /** Format: date-time */
      created_at: string;
      data?: unknown;
      id: string;
      kind: string;
      /** Format: date-time */
      read_at: string | null;
      /** @enum {string} */
      severity: 'info' | 'warning' | 'error';
    };
    Offer: {
      account_type: string;
      available_stock: number;
      /** @description Net, four decimals */
      best_offer_price: string | null;
      buy_button_rank: number | null;
      /** @description What was set here and the marketplace shows otherwise (conflict strategy `manual`) */
      conflict: {
        /** Format: date-time */
        at: string;
        ours: {
          /** @description Net, four decimals */
          price_net?: string | null;
          status?: number;
          /** @enum {string} */
          status_name?: 'inactive' | 'active' | 'end_of_life';
          stock?: number;
        };
      } | null;
      currency: string;
      id: string;
      /** @description Where the marketplace keeps the picture */
      image_url: string | null;
      is_available: boolean;
      /** @description The last change from here: what was wished, and what became of it */
      last_change: {
        /** Format: date-time */
        at: string;
        code: string | null;
        operation_id: string;
        requested: {
          /** @description Net, four decimals */
          price_net?: string | null;
          status?: number;
          /** @enum {string} */
          status_name?: 'inactive' | 'active' | 'end_of_life';
          stock?: number;
        };
        /** @enum {string} */
        state: 'requested' | 'attempted' | 'in_doubt' | 'done' | 'refused';
        /** @description The marketplace's own words when it refused */
        text: string | null;
      } | null;
      /** Format: date-time */
      last_synced_at: string;
      /** @description Net, four decimals */
      max_price_net: string | null;
      /** @description Net, four decimals */
      min_price_net: string | null;
      name: string;
      number_of_offers: number | null;
      /** @description The seller's own id of the offer */
      offer_id: string;
      /** @description The marketplace’s number and words */
      offer_validation_status: {
        text: string;
        value: number;
      } | null;
      /**
       * Format: uri-reference
       * @description Path of the picture on this server; null when there is none
       */
      picture_url: string | null;
      /** @description Gross, two decimals */
      price_gross: string | null;
      /** @description Net, four decimals */
      price_net: string | null;
      /** @description Net, four decimals */
      recommended_price_net: string | null;
      revision: number;
      sku: string | null;
      status: number;
      /** @enum {string} */
      status_name: 'inactive' | 'active' | 'end_of_life';
      stock: number;
      /**
       * @description pending: a change is under way; refused: the last one was; conflict: a person is to decide
       * @enum {string}
       */
      sync_status: 'synced' | 'pending' | 'refused' | 'conflict';
      /** @description Fraction, such as 0.21 */
      vat_rate: string | null;
    } & {
      [key: string]: unknown;
    };
    OfferChange: {
      /**
       * @description Net of VAT, in the currency of the offer, at most four decimals, within its limits
       * @example 139.6694
       */
      price_net?: string;
      /** @description 0 inactive, 1 active, 2 end of life, or the name */
      status?: number | ('inactive' | 'active' | 'end_of_life');
      /** @description Pieces in stock, 0 to 65535; not for goods that eMAG stores */
      stock?: number;
    };
    OneTimePassword: {
      id: string;
      /** @description Shown this once; must be changed at the first sign-in */
      one_time_password: string;
      username: string;
    };
    Operation: {
      /** Format: date-time */
      created_at: string;
      created_by: {
        id: string;
        kind: string;
      };
      /** @description Problem document */
      error:
        | ({
            code: string;
            detail: string;
            status: number;
            title: string;
          } & {
            [key: string]: unknown;
          })
        | null;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      kind: string;
      links: {
        [key: string]: string;
      };
      progress: {
        done: number;
        total: number;
      };
      /** @description The object that the command would have answered; null before */
      result?: unknown;
      /** @enum {string} */
      state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    Order: {
      account_type: string;
      /** Format: date-time */
      acknowledged_at: string | null;
      /** @description What may be done now; empty for an order as it was */
      allowed_actions?: ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
      allowed_statuses?: number[];
      amounts: components['schemas']['OrderAmounts'];
      attachments: {
        name: string | null;
        type: number;
        url: string;
      }[];
      awb_number: string | null;
      awbs: components['schemas']['Awb'][];
      billing_address: components['schemas']['PostalAddress'];
      /** Format: date-time */
      canceled_at: string | null;
      cancellation_reason: {
        id: number;
        name: string | null;
      } | null;
      cancellation_request: string | null;
      courier_name: string | null;
      currency: string;
      customer: components['schemas']['OrderCustomer'];
      customer_email: string | null;
      customer_id: string | null;
      customer_name: string;
      customer_phone: string | null;
      deadlines: {
        /** Format: date-time */
        ship_by: string | null;
      };
      delivery_mode: string;
      emag_order_id: string;
      /** @description The only couriers allowed; empty: none, null: any */
      enforced_couriers: string[] | null;
      /** Format: date-time */
      finalized_at: string | null;
      /** @description `{account}-{emag_order_id}` */
      id: string;
      invoice: components['schemas']['OrderInvoice'] | null;
      invoice_number: string | null;
      /** Format: date-time */
      invoice_uploaded_at: string | null;
      invoice_url: string | null;
      is_complete: boolean;
      /** Format: date-time */
      last_synced_at: string;
      locker: {
        id: string;
        name: string;
      } | null;
      /** Format: date-time */
      modified_at: string;
      observation: string | null;
      /** Format: date-time */
      order_date: string;
      payment_detail: string | null;
      /** @enum {string|null} */
      payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
      /** @enum {string} */
      payment_status: 'paid' | 'unpaid';
      products: components['schemas']['OrderLine'][];
      /** Format: date-time */
      received_at: string;
      revision: number;
      /**
       * Format: date-time
       * @description Deadline of the hand-over to the courier
       */
      ship_by: string | null;
      shipping_address: components['schemas']['PostalAddress'];
      status: number;
      /** @enum {string} */
      status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      /** @description Products of the invoice and the pieces that can still go back, while a storno is allowed */
      storno_lines?: {
        line_id: string | null;
        name: string;
        quantity: number;
        quantity_left: number;
        sku: string | null;
      }[];
      stornos: components['schemas']['OrderInvoice'][];
      /** @enum {string} */
      sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
      /** @description Gross: what the customer owes or has paid */
      total_amount: string;
      /** @description 3 own fulfilment, 2 fulfilled by eMAG */
      type: number;
      vouchers: {
        amount: string;
        amount_net: string;
        amount_vat: string;
        id: string;
        name: string | null;
      }[];
      work: {
        acknowledge: components['schemas']['Wish'];
        attachment: components['schemas']['Wish'];
        awb: components['schemas']['Wish'];
        invoice: components['schemas']['Wish'];
        status: components['schemas']['Wish'];
        storno: components['schemas']['Wish'];
      };
    };
    OrderAmounts: {
      /** @description To collect on delivery; 0.00 when it is paid otherwise */
      cod: string;
      deposits: string;
      lines_gross: string;
      lines_net: string;
      lines_vat: string;
      shipping: string;
      total: string;
      vouchers: string;
    };
    OrderCustomer: {
      company: string;
      email: string;
      fiscal_code: string;
      is_company: boolean;
      is_vat_payer: boolean;
      name: string;
      phone: string;
      registration_number: string;
    };
    OrderHistory: {
      account_type: string;
      events: ({
        actor: {
          id: string;
          kind: string;
        };
        causation_id: string | null;
        changes: {
          from?: unknown;
          path: string;
          to?: unknown;
        }[];
        correlation_id: string;
        event_id: string;
        /** Format: date-time */
        occurred_at: string;
        position: string;
        /** Format: date-time */
        recorded_at: string;
        revision: number;
        summary: string;
        type: string;
      } & {
        [key: string]: unknown;
      })[];
      order_id: string;
      revision: number;
    };
    OrderInvoice: {
      account_type: string;
      /** Format: date-time */
      attached_at: string | null;
      attached_url: string | null;
      currency: string;
      /** Format: date-time */
      issued_at: string;
      marketplace_code: string | null;
      /** @enum {string} */
      marketplace_state: 'pending' | 'attached' | 'refused';
      /** @description The marketplace’s own words, when it refused the link */
      marketplace_text: string | null;
      number: string;
      operation_id: string | null;
      order_id: string;
      series: string;
      sha256: string | null;
      /** @description On an invoice: its latest storno */
      storno_number: string | null;
      /** @description On a storno: the invoice that it takes back */
      storno_of: string | null;
      /**
       * @description How much of the invoice was taken back
       * @enum {string}
       */
      storno_state: 'none' | 'partial' | 'full';
      total_gross: string;
      total_net: string;
      total_vat: string;
      vat_by_rate: components['schemas']['VatTotal'][];
    };
    /** @description A line with its prices, net and gross */
    OrderLine: {
      currency: string;
      deposits: {
        name: string;
        quantity: number;
        total_gross: string;
        unit_price_net: string;
        /** @description Fraction, `0.21` */
        vat_rate: string;
      }[];
      /** @description The marketplace’s line id */
      id: string;
      initial_quantity: number | null;
      /** @description False: the line was cancelled and counts nothing */
      is_active: boolean;
      name: string;
      original_price_net: string | null;
      part_number: string | null;
      part_number_key: string | null;
      /**
       * Format: uri-reference
       * @description Path of the picture on this server, of the offer as it is now
       */
      picture_url: string | null;
      product_id: string | null;
      quantity: number;
      sku: string | null;
      storno_quantity: number | null;
      total_gross: string;
      total_net: string;
      total_vat: string;
      unit_price_gross: string;
      unit_price_net: string;
      /** @description Fraction, `0.21` */
      vat_rate: string;
      vouchers: {
        amount_net: string;
        amount_vat: string;
        id: string;
        name: string | null;
        offered_by: string | null;
      }[];
    };
    OrderRow: {
      account_type: string;
      /** Format: date-time */
      acknowledged_at: string | null;
      awb_number: string | null;
      courier_name: string | null;
      currency: string;
      customer_email: string | null;
      customer_name: string;
      customer_phone: string | null;
      delivery_mode: string;
      emag_order_id: string;
      /** @description `{account}-{emag_order_id}` */
      id: string;
      invoice_number: string | null;
      /** Format: date-time */
      invoice_uploaded_at: string | null;
      invoice_url: string | null;
      is_complete: boolean;
      /** Format: date-time */
      last_synced_at: string;
      /** Format: date-time */
      order_date: string;
      /** @enum {string|null} */
      payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
      /** @enum {string} */
      payment_status: 'paid' | 'unpaid';
      products: components['schemas']['ListedLine'][];
      /**
       * Format: date-time
       * @description Deadline of the hand-over to the courier
       */
      ship_by: string | null;
      shipping_address: components['schemas']['PostalAddress'];
      status: number;
      /** @enum {string} */
      status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      /** @enum {string} */
      sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
      /** @description Gross: what the customer owes or has paid */
      total_amount: string;
      /** @description 3 own fulfilment, 2 fulfilled by eMAG */
      type: number;
    };
    OrderStatistics: {
      by_account: {
        account_type: string;
        orders: number;
      }[];
      by_day: {
        currency: string;
        day: string;
        orders: number;
        sales_gross: string;
        sales_net: string;
      }[];
      by_status: {
        orders: number;
        status: number;
        /** @enum {string} */
        status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      }[];
      from: string | null;
      /** @description Without cancelled and returned orders */
      sales: {
        currency: string;
        orders: number;
        sales_gross: string;
        sales_net: string;
      }[];
      to: string | null;
      total_orders: number;
      totals: {
        currency: string;
        orders: number;
        total_amount: string;
      }[];
    };
    OrderSummaryRow: {
      account_type: string;
      currency: string;
      gross: string;
      net: string;
      orders: number;
      status: number;
      /** @enum {string} */
      status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
      units: number;
      vat: string;
    };
    OrderSync: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      auto_acknowledge?: boolean;
      days_back?: number;
      /**
       * Format: date
       * @description A day in Europe/Bucharest
       */
      end_date?: string;
      max_pages?: number;
      /**
       * Format: date
       * @description A day in Europe/Bucharest
       */
      start_date?: string;
      status_filter?: (string | number) | (string | number)[];
      /** @enum {string} */
      sync_mode?: 'incremental' | 'full' | 'historical';
    };
    ParkedEvent: {
      event_id: string;
      id: string;
      /** Format: date-time */
      parked_at: string;
      position: string;
      projection: string;
      reason: string;
      revision: number;
      stream: string;
      type: string;
      version: number;
      /** @description Later events of the same stream that wait behind it */
      waiting: number;
    };
    PasswordChange: {
      current_password: string;
      new_password: string;
    };
    PostalAddress: {
      city: string;
      country: string;
      county: string;
      locality_id: string | null;
      name: string;
      phone: string;
      postcode: string;
      street: string;
    };
    /** @description RFC 9457 */
    Problem: {
      /** @enum {string} */
      code:
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
        | 'sku-unknown'
        | 'picture-unknown'
        | 'offer-unknown'
        | 'operation-unknown'
        | 'sync-run-unknown'
        | 'job-unknown'
        | 'notification-unknown'
        | 'parked-event-unknown'
        | 'dead-letter-unknown'
        | 'customer-unknown'
        | 'report-unknown'
        | 'user-unknown'
        | 'category-unknown'
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
        | 'invoice-not-reversible'
        | 'storno-exists'
        | 'storno-in-progress'
        | 'storno-exceeds-invoice'
        | 'attachment-in-progress'
        | 'invoice-series-changed'
        | 'wish-not-open'
        | 'offer-change-in-progress'
        | 'price-out-of-range'
        | 'stock-not-editable'
        | 'sync-running'
        | 'account-exists'
        | 'account-key-demonstration'
        | 'demonstration-needed'
        | 'demonstration-kept'
        | 'demonstration-absent'
        | 'account-not-editable'
        | 'operation-running'
        | 'operation-not-bulk'
        | 'nothing-to-retry'
        | 'user-exists'
        | 'job-running'
        | 'last-admin'
        | 'rule-violated'
        | 'precondition-failed'
        | 'body-too-large'
        | 'media-type-unsupported'
        | 'series-invalid'
        | 'period-impossible'
        | 'seller-incomplete'
        | 'courier-unknown'
        | 'address-unknown'
        | 'price-impossible'
        | 'stock-impossible'
        | 'ean-invalid'
        | 'request-impossible'
        | 'page-too-deep'
        | 'rate-limited'
        | 'ean-quota-exhausted'
        | 'login-locked'
        | 'internal'
        | 'marketplace-refused'
        | 'marketplace-credentials-refused'
        | 'marketplace-ip-refused'
        | 'marketplace-unreadable'
        | 'picture-unavailable'
        | 'read-model-behind'
        | 'projection-parked'
        | 'exports-busy'
        | 'categories-loading'
        | 'event-store-unavailable'
        | 'database-unavailable'
        | 'marketplace-rate-limited'
        | 'marketplace-unavailable'
        | 'marketplace-timeout';
      detail: string;
      errors?: {
        detail: string;
        parameter?: string;
        pointer?: string;
      }[];
      instance: string;
      status: number;
      title: string;
      trace_id: string;
      /** @description `/problems/<code>` */
      type: string;
    } & {
      [key: string]: unknown;
    };
    Product: {
      account_type: string;
      brand: string | null;
      category_id: string | null;
      category_name: string | null;
      currency: string;
      eans: string[];
      id: string;
      /** @description Where the marketplace keeps the picture */
      image_url: string | null;
      is_active: boolean;
      /** Format: date-time */
      last_synced_at: string;
      name: string;
      /** @description The seller's own id of the offer */
      offer_id: string;
      part_number_key: string | null;
      /**
       * Format: uri-reference
       * @description Path of the picture on this server; null when there is none
       */
      picture_url: string | null;
      /** @description Gross, two decimals */
      price_gross: string | null;
      /** @description Net, four decimals */
      price_net: string | null;
      sku: string | null;
      status: number;
      /** @enum {string} */
      status_name: 'inactive' | 'active' | 'end_of_life';
      stock_quantity: number;
      /**
       * @description pending: a change is under way; refused: the last one was; conflict: a person is to decide
       * @enum {string}
       */
      sync_status: 'synced' | 'pending' | 'refused' | 'conflict';
      url: string | null;
      /** @description The marketplace’s number and words */
      validation_status: {
        text: string;
        value: number;
      } | null;
    } & {
      [key: string]: unknown;
    };
    ProductSync: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /**
       * @description What becomes of a price or status that was set here and that the marketplace no longer shows. `emag_priority` (when absent) and `newest_wins` take what it shows; `local_priority` sets ours again; `manual` takes it, notifies, and leaves a `conflict` on the offer. Stock is always taken.
       * @enum {string}
       */
      conflict_strategy?: 'emag_priority' | 'local_priority' | 'newest_wins' | 'manual';
      include_inactive?: boolean;
      max_pages_per_account?: number;
      /** @enum {string} */
      mode?: 'incremental' | 'full';
    };
    RefreshTokenRequest: {
      refresh_token: string;
    };
    Return: {
      account_type: string;
      customer_company: string | null;
      customer_name: string;
      customer_phone: string;
      id: string;
      /** Format: date-time */
      last_synced_at: string;
      observations: string | null;
      order_id: string;
      pickup_address: {
        city: string;
        country: string;
        county: string;
        postcode: string;
        street: string;
      };
      /** @enum {string|null} */
      pickup_method: 'emag_courier' | 'seller_courier' | 'sent_by_customer' | 'locker' | null;
      products: {
        line_id: string | null;
        name: string;
        /** @description The seller’s own offer id */
        product_id: string | null;
        quantity: number;
        refund_value: string | null;
        return_reason: string | null;
      }[];
      /** Format: date-time */
      requested_at: string;
      reservation_ids: string[];
      return_id: string;
      /** @description The marketplace’s number of the reason */
      return_reason: string | null;
      /** @description Shipping of refused products, VAT included */
      return_tax_gross: string | null;
      /**
       * @description What the customer wants instead
       * @enum {string|null}
       */
      return_type: 'same_product' | 'other_product' | 'refund' | 'contract_cancelled' | 'voucher' | null;
      status: number;
      /** @enum {string} */
      status_name: 'incomplete' | 'new' | 'acknowledged' | 'refused' | 'canceled' | 'received' | 'finalized';
      type: number;
    };
    SalesReportRow: {
      /** @description Gross of one order */
      average: string | null;
      canceled: number;
      currency: string;
      gross: string;
      /** @description Day `2026-03-01`, ISO week `2026-W09`, month `2026-03`, account key, category id or SKU */
      group: string;
      /** @description Name of the category or product; otherwise the same */
      label: string;
      net: string;
      /** @description Neither cancelled nor returned */
      orders: number;
      returned: number;
      units: number;
      vat: string;
    };
    Seller: {
      address: string;
      city: string;
      contact: string;
      country: string;
      county: string;
      fiscal_code: string;
      iban: string;
      name: string;
      phone: string;
      postcode: string;
      registration: string;
    };
    Settings: {
      automation: {
        [key: string]: {
          auto_acknowledge: boolean;
        };
      };
      invoice_series: {
        accounts: string[];
        next_number: number;
        series: string;
      }[];
      seller: components['schemas']['Seller'];
    };
    /** @description What is absent stays */
    SettingsChange: {
      automation?: {
        [key: string]: {
          auto_acknowledge: boolean;
        };
      };
      invoice_series?: {
        accounts: string[];
        next_number: number | string;
        series: string;
      }[];
      seller?: {
        address?: string;
        city?: string;
        contact?: string;
        country?: string;
        county?: string;
        fiscal_code?: string;
        iban?: string;
        name?: string;
        phone?: string;
        postcode?: string;
        registration?: string;
      };
    };
    StatusChange: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      is_storno?: boolean;
      /**
       * @description 0 canceled, 1 new, 2 in_progress, 3 prepared, 4 finalized, 5 returned
       * @example new
       */
      new_status: string | number;
      /** @description Lines by the marketplace’s line id, with the quantity that remains */
      products?: {
        /** @description Identifier as a string; integers are accepted */
        id: string | number;
        quantity: number;
      }[];
      /** @description The marketplace’s number of the reason; a cancellation needs one */
      reason_cancellation?: number;
    };
    StornoRequest: {
      /**
       * @description Key of an account; `both` or absent means all
       * @example main
       */
      account_type?: string;
      /** @description By the order’s line (`products[].id`) or by SKU; absent: all that is left, shipping included */
      lines?: (
        | {
            /** @description Identifier as a string; integers are accepted */
            line_id: string | number;
            /** @description Pieces that go back */
            quantity: number;
          }
        | {
            /** @description Pieces that go back */
            quantity: number;
            sku: string;
          }
      )[];
      /** @description Printed on the storno */
      reason?: string;
      /** @description With `lines`: take the shipping charge back as well */
      shipping?: boolean;
    };
    SyncAccepted: {
      operation_id: string;
      runs: {
        account_type: string;
        sync_run_id: string;
      }[];
      /** @enum {string} */
      state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
    };
    SyncProgress: {
      active_syncs: components['schemas']['SyncRun'][];
      is_running: boolean;
      /** @enum {string} */
      status: 'idle' | 'running';
    };
    SyncRun: {
      account_type: string;
      created: number;
      current_page: number;
      duration_seconds: number;
      error: {
        code: string;
        text: string;
      } | null;
      estimated_time_remaining_seconds: number | null;
      failed: number;
      /** Format: date-time */
      finished_at: string | null;
      id: string;
      is_cancel_requested: boolean;
      /** @enum {string} */
      kind: 'orders' | 'offers';
      /** @description What the marketplace counts and did not show */
      missing: string[];
      /** @enum {string} */
      mode: 'incremental' | 'full' | 'historical';
      operation_id: string;
      processed_items: number;
      progress_percentage: number | null;
      /** Format: date-time */
      requested_at: string;
      requested_by: {
        id: string;
        kind: string;
      };
      /** Format: date-time */
      started_at: string | null;
      status: string;
      throughput_per_second: number | null;
      total_items: number | null;
      total_pages: number | null;
      /** @description What started it: a person, a job, a callback, the first start */
      trigger: string;
      unchanged: number;
      updated: number;
    };
    SyncStatus: {
      accounts: {
        account_type: string;
        connection: {
          /** Format: date-time */
          checked_at: string | null;
          code: string;
          detail: string;
          ok: boolean;
        };
        counts: {
          active: number;
          failed: number;
          synced: number;
          total: number;
        };
        last_sync: components['schemas']['SyncRun'] | null;
      }[];
      /** @description What the score is the sum of: accounts that answer, runs of 30 days that did not fail, accounts whose offers were read within a day */
      health_parts: {
        max_points: number;
        /** @enum {string} */
        name: 'connection' | 'runs' | 'freshness';
        of: number;
        points: number;
        reached: number;
      }[];
      health_score: number;
      /** @enum {string} */
      health_status: 'healthy' | 'warning' | 'critical';
      recent_syncs: components['schemas']['SyncRun'][];
      sync_statistics: {
        completed: number;
        failed: number;
        success_rate: number | null;
      } & {
        [key: string]: unknown;
      };
    };
    SystemInfo: {
      /** @description The checks of `/health/ready`, by part */
      checks: {
        [key: string]: {
          detail: string;
          /** @enum {string} */
          status: 'ok' | 'warning' | 'failing' | 'unknown';
        };
      };
      /** @description What people should know of: a full disk, a part that is away, a relay that refuses to publish */
      conditions: {
        detail: string;
        name: string;
        /** @enum {string} */
        status: 'warning' | 'failing' | 'unknown';
      }[];
      demonstration: boolean;
      /** @description Accounts whose demonstration data is in the lists, whether or not the sandbox runs */
      demonstration_accounts: string[];
      engines: {
        [key: string]: {
          /** @enum {string} */
          kind: 'embedded' | 'external';
          name: string;
        };
      };
      projections: {
        is_running: boolean;
        lag_events: number;
        lag_seconds: number;
        name: string;
        parked: number;
        position: string;
        state: string;
        version: number;
      }[];
      sandbox: {
        accounts: string[];
        /** @description There is a real account by now */
        ends_at_next_start: boolean;
        /** Format: date-time */
        now: string | null;
      } | null;
      /** Format: date-time */
      time: string;
      urls: {
        api: string;
        docs: string;
        openapi: string;
        public: string;
      };
      version: string;
    } & {
      [key: string]: unknown;
    };
    Tokens: {
      access_token: string;
      /** @description Seconds */
      expires_in: number;
      /** @description Good for one refresh */
      refresh_token: string;
      /** @enum {string} */
      token_type: 'bearer';
    };
    TrackedAwb: {
      account_type: string;
      awb_number: string | null;
      barcodes: string[];
      cod: string | null;
      /** @description Why there is none */
      code?: string | null;
      courier_account_id: string | null;
      courier_name: string | null;
      /** @description Of the order, and so of `cod` */
      currency: string | null;
      /**
       * @description Where the parcel is, as far as the marketplace told; null while there is no AWB
       * @enum {string|null}
       */
      delivery_state: 'issued' | 'in_transit' | 'delivered' | 'returned' | null;
      /** @description The marketplace’s ids of the parcels */
      emag_ids: string[];
      envelopes: number | null;
      /** @description False: the status is the last one that we were told */
      is_current?: boolean;
      /** @description The number was entered by hand */
      is_manual: boolean;
      /** Format: date-time */
      issued_at: string | null;
      marketplace_status: {
        code: string;
        description: string;
        name: string;
      } | null;
      operation_id: string | null;
      order_id: string;
      parcels: number | null;
      /** Format: date-time */
      requested_at?: string | null;
      reservation_id: string | null;
      /** @enum {string} */
      status: 'requested' | 'generated' | 'refused' | 'in_doubt';
      text?: string | null;
      weight: string | null;
    };
    UnreadableRow: {
      account_type: string;
      /** Format: uuid */
      id: string;
      /** @enum {string} */
      kind: 'order' | 'offer' | 'category' | 'return';
      /**
       * Format: date-time
       * @description Stays behind once the row can be read
       */
      last_seen_at: string;
      /** @description Which field could not be understood */
      reason: string;
      /** @description The marketplace’s id of it, where it had one */
      reference: string | null;
    };
    User: {
      /** Format: date-time */
      created_at: string;
      id: string;
      is_active: boolean;
      must_change_password: boolean;
      roles: ('admin' | 'operator' | 'auditor')[];
      username: string;
    };
    /** @description What is absent stays */
    UserChange: {
      is_active?: boolean;
      roles?: ('admin' | 'operator' | 'auditor')[];
    };
    VatTotal: {
      gross: string;
      net: string;
      vat: string;
      vat_rate: string;
    };
    /** @description How far the last wish of a kind has come */
    Wish: {
      code: string | null;
      operation_id: string | null;
      /** Format: date-time */
      since: string | null;
      /** @enum {string} */
      state: 'none' | 'queued' | 'running' | 'in_doubt' | 'succeeded' | 'failed';
      text: string | null;
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
  getAccounts: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'key' | 'platform' | 'fulfilment' | 'state';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of accounts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Account'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAccounts: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewAccount'];
      };
    };
    responses: {
      /** @description The account */
      201: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDetails'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-exists`, `account-key-demonstration`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAccountsKey: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account; the password is told to nobody */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDetails'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteAccountsKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Removed */
      204: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-not-editable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  patchAccountsKey: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountChange'];
      };
    };
    responses: {
      /** @description The account as it is now */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDetails'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-not-editable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAccountsKeyAddresses: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The addresses */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AccountAddress'][];
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused`, `marketplace-credentials-refused`, `marketplace-ip-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAccountsKeyRotateCallback: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account with its new address */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['AccountDetails'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-not-editable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAccountsKeyTestConnection: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Account key */
        key: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What it said, and what to do about it */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ConnectionTest'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAudit: {
    parameters: {
      query?: {
        /** @description User name, or `cli` */
        actor?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Done at or after; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description What was done */
        kind?: string[];
        /** @description A kind of object (`user`, `account`, …), or one of them (`account:main`) */
        object?: string;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'at';
        /** @description Done at or before, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of acts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AuditEntry'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAuthLogin: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['Login'];
      };
    };
    responses: {
      /** @description Tokens */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tokens'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `credentials-invalid` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `login-locked`, `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAuthLogout: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshTokenRequest'];
      };
    };
    responses: {
      /** @description Signed out */
      204: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAuthMe: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Me'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAuthPassword: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PasswordChange'];
      };
    };
    responses: {
      /** @description Changed */
      204: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `credentials-invalid`, `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postAuthRefreshToken: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['RefreshTokenRequest'];
      };
    };
    responses: {
      /** @description New tokens */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Tokens'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `refresh-token-invalid`, `refresh-token-reused` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getAwbs: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description Where the parcel is, as far as it is known */
        delivery_state?: string[];
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Issued from; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'issued_at';
        /** @description State of the AWB */
        status?: string[];
        /** @description Issued to, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of AWBs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Awb'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCatalogue: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description The brand, in any case */
        brand?: string;
        /** @description Only offers that somebody else undersells, or only the others */
        buy_box_lost?: boolean;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Only what is, or is not, in stock */
        in_stock?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'name' | 'sku' | 'stock' | 'price';
        /** @description 0 inactive, 1 active, 2 end of life */
        status?: string[];
        /** @description The marketplace’s number of the validation status */
        validation_status?: number;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['CatalogueRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCatalogueSku: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description The seller's own code */
        sku: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The row */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CatalogueRow'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sku-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCategories: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Only those in which the seller may, or may not, offer */
        is_allowed?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Language of the names; the platform’s own when absent */
        language?: 'en' | 'ro' | 'hu' | 'bg' | 'pl' | 'gr' | 'de';
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Only the children of this category */
        parent_id?: string;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'name' | 'id';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Category'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
            unavailable: {
              account_type: string;
              code: string;
              detail: string;
            }[];
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-credentials-refused`, `marketplace-ip-refused`, `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable`, `categories-loading`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCategoriesId: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description Language of the names; the platform’s own when absent */
        language?: 'en' | 'ro' | 'hu' | 'bg' | 'pl' | 'gr' | 'de';
      };
      header?: never;
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The category */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CategoryDetails'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `category-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-credentials-refused`, `marketplace-ip-refused`, `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCustomers: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Something of theirs came back */
        has_returns?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'orders' | 'spend' | 'last_order' | 'name';
        /** @description Tier */
        tier?: string[];
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of customers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Customer'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getCustomersCustomerId: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'order_date';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description The marketplace's id of a customer */
        customer_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The customer; `items` are their orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            /** @description Accounts that they bought from */
            accounts: string[];
            canceled: number;
            city: string | null;
            company: string | null;
            country: string | null;
            county: string | null;
            email: string | null;
            /** Format: date-time */
            first_order_at: string;
            /** @description The marketplace's id of the customer */
            id: string;
            items: components['schemas']['OrderRow'][];
            items_per_page: number;
            /** Format: date-time */
            last_order_at: string;
            last_order_id: string;
            name: string;
            next_cursor: string | null;
            /** @description All their orders, whatever became of them */
            orders: number;
            page: number;
            phone: string | null;
            /** @description Orders that came back */
            returns: number;
            /** @description Gross, of orders neither cancelled nor returned; currencies are never added */
            spend: {
              amount: string;
              currency: string;
              orders: number;
            }[];
            /**
             * @description By orders that stand: vip from 10, loyal from 5, returning from 2, new 1, none 0
             * @enum {string}
             */
            tier: 'vip' | 'loyal' | 'returning' | 'new' | 'none';
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `customer-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDashboard: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The figures */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Dashboard'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getDeadLetters: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        group?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'failed_at' | 'topic' | 'group' | 'attempts';
        topic?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of dead letters */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['DeadLetter'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postDeadLettersIdRedrive: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description On its way */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            id: string;
            /** @enum {string} */
            state: 'queued';
          };
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `dead-letter-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postDemonstrationLeave: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was left */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DemonstrationLeft'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `demonstration-absent`, `demonstration-needed`, `demonstration-kept`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagEnhancedOffersAll: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description The brand, in any case */
        brand?: string;
        /** @description Only offers that somebody else undersells, or only the others */
        buy_box_lost?: boolean;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Only what is, or is not, in stock */
        in_stock?: boolean;
        /** @description Inactive ones as well */
        include_inactive?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Highest price, net */
        price_max?: string;
        /** @description Lowest price, net */
        price_min?: string;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'id' | 'sku' | 'name' | 'price_net' | 'stock' | 'last_synced_at';
        /** @description 0 inactive, 1 active, 2 end of life */
        status?: string[];
        /** @description The marketplace’s number of the validation status */
        validation_status?: number;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items_per_page: number;
            next_cursor: string | null;
            offers: components['schemas']['Offer'][];
            page: number;
            /** Format: date-time */
            timestamp: string;
            total_count: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagEnhancedProductsAll: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description The brand, in any case */
        brand?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Only what is, or is not, in stock */
        in_stock?: boolean;
        /** @description Inactive ones as well */
        include_inactive?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'id' | 'sku' | 'name' | 'price_net' | 'stock' | 'last_synced_at';
        /** @description 0 inactive, 1 active, 2 end of life */
        status?: string[];
        /** @description The marketplace’s number of the validation status */
        validation_status?: number;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            products: components['schemas']['Product'][];
            /** Format: date-time */
            timestamp: string;
            total_count: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagEnhancedProductsSyncProgress: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Running syncs, orders and offers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncProgress'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagEnhancedStatus: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the last calls and runs really gave */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncStatus'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagEnhancedSyncAllProducts: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['ProductSync'];
      };
    };
    responses: {
      /** @description The sync is queued */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncAccepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-running`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagOrdersOrderId: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description The order as it was then: a time with its zone, inclusive */
        as_of?: string;
        /** @description The order as it was at this revision; 0 is the first event */
        revision?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The order */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Order'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `projection-parked`, `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagOrdersOrderIdAcknowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AccountChoice'];
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            acknowledged_at: string | null;
            /** @description What may be done now; empty for an order as it was */
            allowed_actions?: ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
            allowed_statuses?: number[];
            amounts: components['schemas']['OrderAmounts'];
            attachments: {
              name: string | null;
              type: number;
              url: string;
            }[];
            awb_number: string | null;
            awbs: components['schemas']['Awb'][];
            billing_address: components['schemas']['PostalAddress'];
            /** Format: date-time */
            canceled_at: string | null;
            cancellation_reason: {
              id: number;
              name: string | null;
            } | null;
            cancellation_request: string | null;
            courier_name: string | null;
            currency: string;
            customer: components['schemas']['OrderCustomer'];
            customer_email: string | null;
            customer_id: string | null;
            customer_name: string;
            customer_phone: string | null;
            deadlines: {
              /** Format: date-time */
              ship_by: string | null;
            };
            delivery_mode: string;
            emag_order_id: string;
            /** @description The only couriers allowed; empty: none, null: any */
            enforced_couriers: string[] | null;
            /** Format: date-time */
            finalized_at: string | null;
            /** @description `{account}-{emag_order_id}` */
            id: string;
            invoice: components['schemas']['OrderInvoice'] | null;
            invoice_number: string | null;
            /** Format: date-time */
            invoice_uploaded_at: string | null;
            invoice_url: string | null;
            is_complete: boolean;
            /** Format: date-time */
            last_synced_at: string;
            locker: {
              id: string;
              name: string;
            } | null;
            /** Format: date-time */
            modified_at: string;
            observation: string | null;
            operation_id: string | null;
            /** Format: date-time */
            order_date: string;
            payment_detail: string | null;
            /** @enum {string|null} */
            payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
            /** @enum {string} */
            payment_status: 'paid' | 'unpaid';
            products: components['schemas']['OrderLine'][];
            /** Format: date-time */
            received_at: string;
            revision: number;
            /**
             * Format: date-time
             * @description Deadline of the hand-over to the courier
             */
            ship_by: string | null;
            shipping_address: components['schemas']['PostalAddress'];
            status: number;
            /** @enum {string} */
            status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
            /** @description Products of the invoice and the pieces that can still go back, while a storno is allowed */
            storno_lines?: {
              line_id: string | null;
              name: string;
              quantity: number;
              quantity_left: number;
              sku: string | null;
            }[];
            stornos: components['schemas']['OrderInvoice'][];
            /** @enum {string} */
            sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
            /** @description Gross: what the customer owes or has paid */
            total_amount: string;
            /** @description 3 own fulfilment, 2 fulfilled by eMAG */
            type: number;
            vouchers: {
              amount: string;
              amount_net: string;
              amount_vat: string;
              id: string;
              name: string | null;
            }[];
            work: {
              acknowledge: components['schemas']['Wish'];
              attachment: components['schemas']['Wish'];
              awb: components['schemas']['Wish'];
              invoice: components['schemas']['Wish'];
              status: components['schemas']['Wish'];
              storno: components['schemas']['Wish'];
            };
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-acknowledgeable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagOrdersOrderIdHistory: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The whole history, oldest first */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderHistory'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagOrdersOrderIdInvoice: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['DocumentAttachment'];
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            acknowledged_at: string | null;
            /** @description What may be done now; empty for an order as it was */
            allowed_actions?: ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
            allowed_statuses?: number[];
            amounts: components['schemas']['OrderAmounts'];
            attachments: {
              name: string | null;
              type: number;
              url: string;
            }[];
            awb_number: string | null;
            awbs: components['schemas']['Awb'][];
            billing_address: components['schemas']['PostalAddress'];
            /** Format: date-time */
            canceled_at: string | null;
            cancellation_reason: {
              id: number;
              name: string | null;
            } | null;
            cancellation_request: string | null;
            courier_name: string | null;
            currency: string;
            customer: components['schemas']['OrderCustomer'];
            customer_email: string | null;
            customer_id: string | null;
            customer_name: string;
            customer_phone: string | null;
            deadlines: {
              /** Format: date-time */
              ship_by: string | null;
            };
            delivery_mode: string;
            emag_order_id: string;
            /** @description The only couriers allowed; empty: none, null: any */
            enforced_couriers: string[] | null;
            /** Format: date-time */
            finalized_at: string | null;
            /** @description `{account}-{emag_order_id}` */
            id: string;
            invoice: components['schemas']['OrderInvoice'] | null;
            invoice_number: string | null;
            /** Format: date-time */
            invoice_uploaded_at: string | null;
            invoice_url: string | null;
            is_complete: boolean;
            /** Format: date-time */
            last_synced_at: string;
            locker: {
              id: string;
              name: string;
            } | null;
            /** Format: date-time */
            modified_at: string;
            observation: string | null;
            operation_id: string | null;
            /** Format: date-time */
            order_date: string;
            payment_detail: string | null;
            /** @enum {string|null} */
            payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
            /** @enum {string} */
            payment_status: 'paid' | 'unpaid';
            products: components['schemas']['OrderLine'][];
            /** Format: date-time */
            received_at: string;
            revision: number;
            /**
             * Format: date-time
             * @description Deadline of the hand-over to the courier
             */
            ship_by: string | null;
            shipping_address: components['schemas']['PostalAddress'];
            status: number;
            /** @enum {string} */
            status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
            /** @description Products of the invoice and the pieces that can still go back, while a storno is allowed */
            storno_lines?: {
              line_id: string | null;
              name: string;
              quantity: number;
              quantity_left: number;
              sku: string | null;
            }[];
            stornos: components['schemas']['OrderInvoice'][];
            /** @enum {string} */
            sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
            /** @description Gross: what the customer owes or has paid */
            total_amount: string;
            /** @description 3 own fulfilment, 2 fulfilled by eMAG */
            type: number;
            vouchers: {
              amount: string;
              amount_net: string;
              amount_vat: string;
              id: string;
              name: string | null;
            }[];
            work: {
              acknowledge: components['schemas']['Wish'];
              attachment: components['schemas']['Wish'];
              awb: components['schemas']['Wish'];
              invoice: components['schemas']['Wish'];
              status: components['schemas']['Wish'];
              storno: components['schemas']['Wish'];
            };
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `attachment-in-progress`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  putEmagOrdersOrderIdStatus: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['StatusChange'];
      };
    };
    responses: {
      /** @description The order */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            acknowledged_at: string | null;
            /** @description What may be done now; empty for an order as it was */
            allowed_actions?: ('acknowledge' | 'status' | 'awb' | 'invoice' | 'storno')[];
            allowed_statuses?: number[];
            amounts: components['schemas']['OrderAmounts'];
            attachments: {
              name: string | null;
              type: number;
              url: string;
            }[];
            awb_number: string | null;
            awbs: components['schemas']['Awb'][];
            billing_address: components['schemas']['PostalAddress'];
            /** Format: date-time */
            canceled_at: string | null;
            cancellation_reason: {
              id: number;
              name: string | null;
            } | null;
            cancellation_request: string | null;
            courier_name: string | null;
            currency: string;
            customer: components['schemas']['OrderCustomer'];
            customer_email: string | null;
            customer_id: string | null;
            customer_name: string;
            customer_phone: string | null;
            deadlines: {
              /** Format: date-time */
              ship_by: string | null;
            };
            delivery_mode: string;
            emag_order_id: string;
            /** @description The only couriers allowed; empty: none, null: any */
            enforced_couriers: string[] | null;
            /** Format: date-time */
            finalized_at: string | null;
            /** @description `{account}-{emag_order_id}` */
            id: string;
            invoice: components['schemas']['OrderInvoice'] | null;
            invoice_number: string | null;
            /** Format: date-time */
            invoice_uploaded_at: string | null;
            invoice_url: string | null;
            is_complete: boolean;
            /** Format: date-time */
            last_synced_at: string;
            locker: {
              id: string;
              name: string;
            } | null;
            /** Format: date-time */
            modified_at: string;
            observation: string | null;
            operation_id: string | null;
            /** Format: date-time */
            order_date: string;
            payment_detail: string | null;
            /** @enum {string|null} */
            payment_method: 'cash_on_delivery' | 'bank_transfer' | 'card' | null;
            /** @enum {string} */
            payment_status: 'paid' | 'unpaid';
            products: components['schemas']['OrderLine'][];
            /** Format: date-time */
            received_at: string;
            revision: number;
            /**
             * Format: date-time
             * @description Deadline of the hand-over to the courier
             */
            ship_by: string | null;
            shipping_address: components['schemas']['PostalAddress'];
            status: number;
            /** @enum {string} */
            status_name: 'canceled' | 'new' | 'in_progress' | 'prepared' | 'finalized' | 'returned';
            /** @description Products of the invoice and the pieces that can still go back, while a storno is allowed */
            storno_lines?: {
              line_id: string | null;
              name: string;
              quantity: number;
              quantity_left: number;
              sku: string | null;
            }[];
            stornos: components['schemas']['OrderInvoice'][];
            /** @enum {string} */
            sync_status: 'synced' | 'pending' | 'in_doubt' | 'failed';
            /** @description Gross: what the customer owes or has paid */
            total_amount: string;
            /** @description 3 own fulfilment, 2 fulfilled by eMAG */
            type: number;
            vouchers: {
              amount: string;
              amount_net: string;
              amount_vat: string;
              id: string;
              name: string | null;
            }[];
            work: {
              acknowledge: components['schemas']['Wish'];
              attachment: components['schemas']['Wish'];
              awb: components['schemas']['Wish'];
              invoice: components['schemas']['Wish'];
              status: components['schemas']['Wish'];
              storno: components['schemas']['Wish'];
            };
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `status-not-allowed`, `status-change-in-progress`, `cancellation-reason-missing`, `storno-not-allowed`, `line-unknown`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagOrdersAll: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description Only orders that are, or are not, acknowledged */
        acknowledged?: boolean;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description Delivery mode */
        delivery_mode?: string[];
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Order date from; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Only orders with, or without, an AWB */
        has_awb?: boolean;
        /** @description Only orders with, or without, an invoice */
        has_invoice?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Payment method */
        payment_method?: string[];
        /** @description Search */
        q?: string;
        /** @description To be with the courier by then at the latest, inclusive; a day means a day in Europe/Bucharest */
        ship_by?: string;
        /** @description Column to sort by */
        sort?: 'order_date' | 'total_amount' | 'status' | 'customer_name' | 'id' | 'last_synced_at';
        /** @description Status, by number or name; may be repeated */
        status?: string[];
        /** @description Status, by number or name; may be repeated */
        status_filter?: string[];
        /** @description Order date to, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
        /** @description 3 own fulfilment, 2 fulfilled by eMAG; absent means both */
        type?: 2 | 3;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items_per_page: number;
            next_cursor: string | null;
            orders: components['schemas']['OrderRow'][];
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagOrdersBulkAcknowledge: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkOrders'];
      };
    };
    responses: {
      /** @description Under way; `Location` names the operation, whose `result` grows item by item */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagOrdersList: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description Only orders that are, or are not, acknowledged */
        acknowledged?: boolean;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description Delivery mode */
        delivery_mode?: string[];
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Order date from; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Only orders with, or without, an AWB */
        has_awb?: boolean;
        /** @description Only orders with, or without, an invoice */
        has_invoice?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Payment method */
        payment_method?: string[];
        /** @description Search */
        q?: string;
        /** @description To be with the courier by then at the latest, inclusive; a day means a day in Europe/Bucharest */
        ship_by?: string;
        /** @description Column to sort by */
        sort?: 'order_date' | 'total_amount' | 'status' | 'customer_name' | 'id' | 'last_synced_at';
        /** @description Status, by number or name; may be repeated */
        status?: string[];
        /** @description Status, by number or name; may be repeated */
        status_filter?: string[];
        /** @description Order date to, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
        /** @description 3 own fulfilment, 2 fulfilled by eMAG; absent means both */
        type?: 2 | 3;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of orders */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items_per_page: number;
            next_cursor: string | null;
            orders: components['schemas']['OrderRow'][];
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagOrdersStatisticsSummary: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description A day in Europe/Bucharest */
        from?: string;
        /** @description A day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Figures of the period */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OrderStatistics'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagOrdersSync: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['OrderSync'];
      };
    };
    responses: {
      /** @description The sync is queued */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncAccepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-running`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible`, `period-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2AwbAwbNumber: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description AWB number */
        awb_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The AWB */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['TrackedAwb'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `awb-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2AwbAwbNumberLabel: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description A4 when absent */
        format?: 'A4' | 'A5' | 'A6' | 'ZPL';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description AWB number */
        awb_number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description PDF, or ZPL text when asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/zpl': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `awb-unknown`, `label-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-unavailable`, `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2AwbOrderIdGenerate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['AwbRequest'];
      };
    };
    responses: {
      /** @description The AWB */
      201: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            awb_number: string | null;
            barcodes: string[];
            cod: string | null;
            /** @description Why there is none */
            code?: string | null;
            courier_account_id: string | null;
            courier_name: string | null;
            /** @description Of the order, and so of `cod` */
            currency: string | null;
            /**
             * @description Where the parcel is, as far as the marketplace told; null while there is no AWB
             * @enum {string|null}
             */
            delivery_state: 'issued' | 'in_transit' | 'delivered' | 'returned' | null;
            /** @description The marketplace’s ids of the parcels */
            emag_ids: string[];
            envelopes: number | null;
            /** @description The number was entered by hand */
            is_manual: boolean;
            /** Format: date-time */
            issued_at: string | null;
            marketplace_status: {
              code: string;
              description: string;
              name: string;
            } | null;
            operation_id: string | null;
            order_id: string;
            parcels: number | null;
            /** Format: date-time */
            requested_at?: string | null;
            reservation_id: string | null;
            /** @enum {string} */
            status: 'requested' | 'generated' | 'refused' | 'in_doubt';
            text?: string | null;
            weight: string | null;
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-shippable`, `awb-exists`, `awb-in-progress`, `awb-in-doubt`, `awb-not-allowed`, `courier-not-allowed`, `force-needs-reason`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `courier-unknown`, `address-unknown`, `seller-incomplete`, `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2AwbOrderIdResolve: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['AwbResolution'];
      };
    };
    responses: {
      /** @description The AWB as it is settled */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            awb_number: string | null;
            barcodes: string[];
            cod: string | null;
            /** @description Why there is none */
            code?: string | null;
            courier_account_id: string | null;
            courier_name: string | null;
            /** @description Of the order, and so of `cod` */
            currency: string | null;
            /**
             * @description Where the parcel is, as far as the marketplace told; null while there is no AWB
             * @enum {string|null}
             */
            delivery_state: 'issued' | 'in_transit' | 'delivered' | 'returned' | null;
            /** @description The marketplace’s ids of the parcels */
            emag_ids: string[];
            envelopes: number | null;
            /** @description The number was entered by hand */
            is_manual: boolean;
            /** Format: date-time */
            issued_at: string | null;
            marketplace_status: {
              code: string;
              description: string;
              name: string;
            } | null;
            operation_id: string | null;
            order_id: string;
            parcels: number | null;
            /** Format: date-time */
            requested_at?: string | null;
            reservation_id: string | null;
            /** @enum {string} */
            status: 'requested' | 'generated' | 'refused' | 'in_doubt';
            text?: string | null;
            weight: string | null;
          };
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `awb-not-in-doubt`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2AwbBulkGenerate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkAwbs'];
      };
    };
    responses: {
      /** @description Under way; `Location` names the operation, whose `result` grows item by item */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `courier-unknown`, `seller-incomplete` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2AwbCouriers: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Courier accounts */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            count: number;
            couriers: components['schemas']['CourierAccount'][];
            /** @description Accounts that could not be asked */
            unavailable: {
              account_type: string;
              code: string;
              detail: string;
            }[];
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-unavailable` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2AwbLabels: {
    parameters: {
      query: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description AWB number; repeated, up to 100 */
        awb: string[];
        /** @description A4 when absent */
        format?: 'A4' | 'A5' | 'A6' | 'ZPL';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description PDF, or ZPL text when asked for */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
          'application/zpl': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `awb-unknown`, `label-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-unavailable`, `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2EanBulkSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EanBulkSearchRequest'];
      };
    };
    responses: {
      /** @description Grouped by EAN */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EanBulkSearch'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ean-quota-exhausted`, `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-credentials-refused`, `marketplace-ip-refused`, `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2EanDecisions: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description What was recommended */
        recommendation?: string[];
        /** @description Column to sort by */
        sort?: 'decided_at' | 'ean';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['EanDecision'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2EanMatch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EanMatchRequest'];
      };
    };
    responses: {
      /** @description The recommendation */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EanMatch'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ean-invalid` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ean-quota-exhausted`, `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-credentials-refused`, `marketplace-ip-refused`, `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable`, `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2EanQuota: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description By account */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            quotas: components['schemas']['EanQuota'][];
          };
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2EanSearch: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['EanSearchRequest'];
      };
    };
    responses: {
      /** @description The products */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EanSearch'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ean-invalid` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `ean-quota-exhausted`, `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-credentials-refused`, `marketplace-ip-refused`, `marketplace-refused`, `marketplace-unreadable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-rate-limited`, `marketplace-unavailable` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-timeout` */
      504: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2EanValidateEan: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description What is printed under the barcode */
        ean: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What the code is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EanValidation'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagPhase2InvoiceOrderIdData: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Seller, customer, lines and totals */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InvoiceData'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `seller-incomplete` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2InvoiceOrderIdGenerate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description The marketplace's order id, or the order's own id `{account}-{emag_order_id}` */
        order_id: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['InvoiceRequest'];
      };
    };
    responses: {
      /** @description The invoice that there was already */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            attached_at: string | null;
            attached_url: string | null;
            currency: string;
            /** Format: date-time */
            fetched_at: string | null;
            /** Format: date-time */
            issued_at: string;
            /** @description Why it was not fetched */
            marketplace_reason: string | null;
            /** @enum {string} */
            marketplace_state: 'pending' | 'fetched' | 'not_fetched';
            /** @description The marketplace’s own words, when it refused the link */
            marketplace_text: string | null;
            number: string;
            operation_id: string | null;
            order_id: string;
            pdf_url: string;
            series: string;
            sha256: string | null;
            /** @description On an invoice: its latest storno */
            storno_number: string | null;
            /** @description On a storno: the invoice that it takes back */
            storno_of: string | null;
            /**
             * @description How much of the invoice was taken back
             * @enum {string}
             */
            storno_state: 'none' | 'partial' | 'full';
            total_gross: string;
            total_net: string;
            total_vat: string;
            vat_by_rate: components['schemas']['VatTotal'][];
          };
        };
      };
      /** @description The invoice */
      201: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            attached_at: string | null;
            attached_url: string | null;
            currency: string;
            /** Format: date-time */
            fetched_at: string | null;
            /** Format: date-time */
            issued_at: string;
            /** @description Why it was not fetched */
            marketplace_reason: string | null;
            /** @enum {string} */
            marketplace_state: 'pending' | 'fetched' | 'not_fetched';
            /** @description The marketplace’s own words, when it refused the link */
            marketplace_text: string | null;
            number: string;
            operation_id: string | null;
            order_id: string;
            pdf_url: string;
            series: string;
            sha256: string | null;
            /** @description On an invoice: its latest storno */
            storno_number: string | null;
            /** @description On a storno: the invoice that it takes back */
            storno_of: string | null;
            /**
             * @description How much of the invoice was taken back
             * @enum {string}
             */
            storno_state: 'none' | 'partial' | 'full';
            total_gross: string;
            total_net: string;
            total_vat: string;
            vat_by_rate: components['schemas']['VatTotal'][];
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `order-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `account-ambiguous`, `order-not-invoiceable`, `invoice-series-changed`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible`, `seller-incomplete` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postEmagPhase2InvoiceBulkGenerate: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['BulkOrders'];
      };
    };
    responses: {
      /** @description Under way; `Location` names the operation, whose `result` grows item by item */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `seller-incomplete` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagSyncRuns: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description What was synced */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'requested_at';
        /** @description State of the run */
        status?: string[];
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SyncRun'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getEmagSyncRunsId: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SyncRun'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-run-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteEmagSyncRunsId: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The run was over already */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            operation_id: string | null;
            /** @enum {string} */
            state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
            sync_run_id: string;
          };
        };
      };
      /** @description The run stops at its next page */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            operation_id: string | null;
            /** @enum {string} */
            state: 'queued' | 'running' | 'succeeded' | 'partial' | 'failed' | 'cancelled' | 'in_doubt';
            sync_run_id: string;
          };
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `sync-run-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getInvoices: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Issued from; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        series?: string;
        /** @description Column to sort by */
        sort?: 'issued_at' | 'number';
        /** @description Only stornos, or only invoices */
        storno?: boolean;
        /** @description Issued to, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of invoices */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Invoice'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getInvoicesNumber: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description Full printed number */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The invoice */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Invoice'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getInvoicesNumberPdf: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Full printed number */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The PDF */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/pdf': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postInvoicesNumberStorno: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Full printed number */
        number: string;
      };
      cookie?: never;
    };
    requestBody?: {
      content: {
        'application/json': components['schemas']['StornoRequest'];
      };
    };
    responses: {
      /** @description The storno */
      201: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            /** Format: date-time */
            attached_at: string | null;
            attached_url: string | null;
            currency: string;
            /** Format: date-time */
            fetched_at: string | null;
            /** Format: date-time */
            issued_at: string;
            /** @description Why it was not fetched */
            marketplace_reason: string | null;
            /** @enum {string} */
            marketplace_state: 'pending' | 'fetched' | 'not_fetched';
            /** @description The marketplace’s own words, when it refused the link */
            marketplace_text: string | null;
            number: string;
            operation_id: string | null;
            order_id: string;
            pdf_url: string;
            series: string;
            sha256: string | null;
            /** @description On an invoice: its latest storno */
            storno_number: string | null;
            /** @description On a storno: the invoice that it takes back */
            storno_of: string | null;
            /**
             * @description How much of the invoice was taken back
             * @enum {string}
             */
            storno_state: 'none' | 'partial' | 'full';
            total_gross: string;
            total_net: string;
            total_vat: string;
            vat_by_rate: components['schemas']['VatTotal'][];
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `invoice-not-reversible`, `storno-exists`, `storno-in-progress`, `storno-exceeds-invoice`, `line-unknown`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJobs: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'name' | 'next_run_at';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of jobs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Job'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postJobsNameRun: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Job name */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The job is queued */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            name: string;
            run_id: string;
          };
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `job-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `job-running`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getJobsNameRuns: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'started_at';
      };
      header?: never;
      path: {
        /** @description Job name */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of runs */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['JobRun'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `job-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getMarketplaceCalls: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Called at or after; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        order_id?: string;
        /** @description How the call ended */
        outcome?: string[];
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'started_at' | 'duration_ms';
        /** @description Called at or before, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of calls */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['MarketplaceCall'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getNeedsAttention: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Kind of trouble */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'priority';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of work */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            counts: {
              count: number;
              /** @enum {boolean} */
              count_is_lower_bound?: true;
              /** @enum {string} */
              kind:
                | 'awb_in_doubt'
                | 'late'
                | 'awb_refused'
                | 'acknowledge_refused'
                | 'status_refused'
                | 'invoice_refused'
                | 'invoice_not_fetched'
                | 'unacknowledged'
                | 'offer_refused'
                | 'offer_conflict'
                | 'account_trouble'
                | 'parked_event';
            }[];
            items: components['schemas']['AttentionItem'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getNotifications: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Kind of notification */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Severity */
        severity?: string[];
        /** @description Column to sort by */
        sort?: 'created_at';
        /** @description Only what this user has not read */
        unread?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of notifications */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Notification'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
            /** @description Stops at 1,000 */
            unread_count: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postNotificationsIdRead: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Read */
      204: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `notification-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postNotificationsReadAll: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description How many were unread */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            marked: number;
          };
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOffersAccountId: {
    parameters: {
      query?: never;
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description Account key */
        account: string;
        /** @description The seller's own id of the offer, or a row's `id` with the account before it */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The offer */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Offer'];
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `offer-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `projection-parked`, `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  patchOffersAccountId: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Account key */
        account: string;
        /** @description The seller's own id of the offer, or a row's `id` with the account before it */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['OfferChange'];
      };
    };
    responses: {
      /** @description The offer */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            account_type: string;
            available_stock: number;
            /** @description Net, four decimals */
            best_offer_price: string | null;
            buy_button_rank: number | null;
            /** @description What was set here and the marketplace shows otherwise (conflict strategy `manual`) */
            conflict: {
              /** Format: date-time */
              at: string;
              ours: {
                /** @description Net, four decimals */
                price_net?: string | null;
                status?: number;
                /** @enum {string} */
                status_name?: 'inactive' | 'active' | 'end_of_life';
                stock?: number;
              };
            } | null;
            currency: string;
            id: string;
            /** @description Where the marketplace keeps the picture */
            image_url: string | null;
            is_available: boolean;
            /** @description The last change from here: what was wished, and what became of it */
            last_change: {
              /** Format: date-time */
              at: string;
              code: string | null;
              operation_id: string;
              requested: {
                /** @description Net, four decimals */
                price_net?: string | null;
                status?: number;
                /** @enum {string} */
                status_name?: 'inactive' | 'active' | 'end_of_life';
                stock?: number;
              };
              /** @enum {string} */
              state: 'requested' | 'attempted' | 'in_doubt' | 'done' | 'refused';
              /** @description The marketplace's own words when it refused */
              text: string | null;
            } | null;
            /** Format: date-time */
            last_synced_at: string;
            /** @description Net, four decimals */
            max_price_net: string | null;
            /** @description Net, four decimals */
            min_price_net: string | null;
            name: string;
            number_of_offers: number | null;
            /** @description The seller's own id of the offer */
            offer_id: string;
            /** @description The marketplace’s number and words */
            offer_validation_status: {
              text: string;
              value: number;
            } | null;
            operation_id: string | null;
            /**
             * Format: uri-reference
             * @description Path of the picture on this server; null when there is none
             */
            picture_url: string | null;
            /** @description Gross, two decimals */
            price_gross: string | null;
            /** @description Net, four decimals */
            price_net: string | null;
            /** @description Net, four decimals */
            recommended_price_net: string | null;
            revision: number;
            sku: string | null;
            status: number;
            /** @enum {string} */
            status_name: 'inactive' | 'active' | 'end_of_life';
            stock: number;
            /**
             * @description pending: a change is under way; refused: the last one was; conflict: a person is to decide
             * @enum {string}
             */
            sync_status: 'synced' | 'pending' | 'refused' | 'conflict';
            /** @description Fraction, such as 0.21 */
            vat_rate: string | null;
          } & {
            [key: string]: unknown;
          };
        };
      };
      /** @description Under way; `Location` names the operation to ask */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `account-unknown`, `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `offer-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `offer-change-in-progress`, `price-out-of-range`, `stock-not-editable`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `price-impossible`, `stock-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `marketplace-refused` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `projection-parked` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOperations: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Kind of operation */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        order_id?: string;
        /** @description Page, from 1 */
        page?: number;
        /** @description The items of this bulk operation */
        part_of?: string;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'created_at';
        /** @description State */
        state?: string[];
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of operations */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Operation'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getOperationsId: {
    parameters: {
      query?: {
        /** @description `full` when absent */
        result?: 'full' | 'none';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The operation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Operation'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteOperationsId: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It was over already */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description It ends with what is under way */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-not-bulk`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postOperationsIdRetryFailed: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Under way; `Location` names the operation, whose `result` grows item by item */
      202: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Accepted'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `operation-not-bulk`, `operation-running`, `nothing-to-retry`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getParkedEvents: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Read model */
        projection?: string;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'parked_at';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of parked events */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['ParkedEvent'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postParkedEventsIdReplay: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What became of it */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            error: string | null;
            /** @enum {string} */
            outcome: 'applied' | 'failed' | 'pending';
            remaining: number;
            replayed: number;
          };
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `parked-event-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getPicturesToken: {
    parameters: {
      query?: {
        /** @description `blank`: one transparent point where there is no picture, instead of a problem */
        fallback?: 'blank';
      };
      header?: never;
      path: {
        /** @description Name of a picture, from a `picture_url` */
        token: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The picture; the same for as long as its path is */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'image/gif': string;
          'image/jpeg': string;
          'image/png': string;
          'image/webp': string;
        };
      };
      /** @description It is the one that `If-None-Match` names */
      304: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `picture-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `picture-unavailable` */
      502: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReports: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'name' | 'title';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Names for `/reports/{name}` */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: {
              name: string;
              title: string;
            }[];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsName: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of a report that there is not */
        name: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `report-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsCustomers: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Something of theirs came back */
        has_returns?: boolean;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'orders' | 'spend' | 'last_order' | 'name';
        /** @description Tier */
        tier?: string[];
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of customers */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Customer'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsNeedsAttention: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Kind of trouble */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'priority';
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of work */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['AttentionItem'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsOrderSummary: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description A day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'account_type' | 'status' | 'orders';
        /** @description A day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of sums */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['OrderSummaryRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsReturns: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description A day in Europe/Bucharest */
        from?: string;
        /** @description What is summed together; day when absent */
        group_by?: 'day' | 'week' | 'month' | 'account' | 'category' | 'product';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'group' | 'orders' | 'units' | 'net' | 'gross' | 'canceled' | 'returned';
        /** @description A day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of sums */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SalesReportRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsSales: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description A day in Europe/Bucharest */
        from?: string;
        /** @description What is summed together; day when absent */
        group_by?: 'day' | 'week' | 'month' | 'account' | 'category' | 'product';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'group' | 'orders' | 'units' | 'net' | 'gross' | 'canceled' | 'returned';
        /** @description A day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of sums */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SalesReportRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReportsTopProducts: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description A day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'group' | 'orders' | 'units' | 'net' | 'gross' | 'canceled' | 'returned';
        /** @description A day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of sums */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['SalesReportRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getReturns: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description First day or time of the request; a day means a day in Europe/Bucharest */
        from?: string;
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Returns of this order */
        order_id?: string;
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'requested_at' | 'id';
        /** @description 1 incomplete, 2 new, 3 acknowledged, 4 refused, 5 canceled, 6 received, 7 finalized; the names are taken too */
        status?: string[];
        /** @description Last day or time of the request, inclusive; a day means a day in Europe/Bucharest */
        to?: string;
      };
      header?: {
        /** @description A value of `X-Event-Position`: the answer is not older than it */
        'X-Min-Position'?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['Return'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `period-impossible`, `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `read-model-behind`, `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSettings: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The settings */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  patchSettings: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['SettingsChange'];
      };
    };
    responses: {
      /** @description The settings as they are now */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Settings'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `request-impossible` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getSystemInfo: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Facts of this installation */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SystemInfo'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUnreadableRows: {
    parameters: {
      query?: {
        /** @description Key of an account; `both` or absent means all */
        account_type?: string;
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description What it was */
        kind?: string[];
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'last_seen_at';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of rows */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['UnreadableRow'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `account-unknown`, `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUsers: {
    parameters: {
      query?: {
        /** @description `next_cursor` of the page before */
        cursor?: string;
        /** @description `csv` or `xlsx`: all rows as a file, without `page`, `items_per_page` and `cursor` */
        format?: 'json' | 'csv' | 'xlsx';
        /** @description Rows on a page; 25 when absent */
        items_per_page?: number;
        /** @description Direction of the sort */
        order?: 'asc' | 'desc';
        /** @description Page, from 1 */
        page?: number;
        /** @description Search */
        q?: string;
        /** @description Column to sort by */
        sort?: 'username' | 'created_at';
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page of users */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': {
            items: components['schemas']['User'][];
            items_per_page: number;
            next_cursor: string | null;
            page: number;
            total: number;
            /** @enum {boolean} */
            total_is_lower_bound?: true;
            total_pages: number;
          };
          'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': string;
          'text/csv': string;
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `page-too-deep` */
      422: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `exports-busy` */
      503: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postUsers: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['NewUser'];
      };
    };
    responses: {
      /** @description The user */
      201: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['CreatedUser'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-exists`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  getUsersId: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The user */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      /** @description `validation-failed` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  deleteUsersId: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Disabled */
      204: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content?: never;
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `last-admin`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  patchUsersId: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['UserChange'];
      };
    };
    responses: {
      /** @description The user as it is now */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['User'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `last-admin`, `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
  postUsersIdResetPassword: {
    parameters: {
      query?: never;
      header?: {
        /** @description Repeats give the first answer for 24 hours */
        'Idempotency-Key'?: string;
        /** @description ETag of what you read; 412 when it changed since */
        'If-Match'?: string;
        /** @description `wait=N`, 0 to 60 seconds; 10 when absent */
        Prefer?: string;
      };
      path: {
        /** @description Identifier */
        id: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The one-time password */
      200: {
        headers: {
          /** @description Revision of the stream, quoted */
          etag?: string;
          /** @description Position of the fact; opaque */
          'x-event-position'?: string;
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['OneTimePassword'];
        };
      };
      /** @description `validation-failed`, `malformed-json` */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `unauthenticated` */
      401: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `forbidden`, `password-change-required` */
      403: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `user-unknown` */
      404: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `idempotency-key-reused`, `idempotency-in-progress`, `write-conflict` */
      409: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `precondition-failed` */
      412: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `body-too-large` */
      413: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `media-type-unsupported` */
      415: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `rate-limited` */
      429: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
      /** @description `internal` */
      500: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/problem+json': components['schemas']['Problem'];
        };
      };
    };
  };
}
